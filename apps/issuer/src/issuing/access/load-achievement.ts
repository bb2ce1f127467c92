import type { AchievementRecord, AchievementRepository } from '../../store/index.js';
import { done, notFound, type Result } from '../result.js';
import { type Actor, tenantFor } from './actor.js';

/** The achievement that an actor names; `not-found` for one that does not exist or belongs to another issuer. */
export async function loadAchievement(
  achievements: Pick<AchievementRepository, 'tenantOf' | 'find'>,
  actor: Actor,
  id: string,
): Promise<Result<AchievementRecord>> {
  const issuerId = await tenantFor(actor, id, achievements.tenantOf);
  const found = issuerId === null ? null : await achievements.find(issuerId, id);
  return found === null ? notFound('achievement') : done(found);
}
