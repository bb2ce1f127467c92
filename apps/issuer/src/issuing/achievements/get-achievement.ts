import { lacks, type Request, tenantFor } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { AchievementRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';

/** One achievement. Scope `achievements:read`. */
export async function getAchievement(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<AchievementRecord>> {
  const denied = lacks(actor, 'achievements:read');
  if (denied) return denied;
  const { achievements } = deps.store;
  const tenant = await tenantFor(actor, input, achievements.tenantOf);
  const achievement = tenant === null ? null : await achievements.find(tenant, input);
  return achievement === null ? notFound('achievement') : done(achievement);
}
