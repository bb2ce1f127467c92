import { isAdmin, lacks, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { AchievementRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';
import type { PageRequest } from '../store-ports.js';

/** The achievements of one issuer, archived ones included. An admin key names the issuer. Scope `achievements:read`. */
export async function listAchievements(
  deps: IssuingDeps,
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly AchievementRecord[]>> {
  const denied = lacks(actor, 'achievements:read');
  if (denied) return denied;
  const issuerId = input.issuerId ?? actor.issuerId;
  if (issuerId === null) return refused('invalid-parameter', 'An admin key has to name an `issuer`.');
  if (!isAdmin(actor) && issuerId !== actor.issuerId) return done([]);
  return done(await deps.store.achievements.list(issuerId, input.page));
}
