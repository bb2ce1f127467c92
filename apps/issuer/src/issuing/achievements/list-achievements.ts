import type { AchievementRecord, PageRequest } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** The achievements of one issuer, archived ones included. An admin key names the issuer. */
export async function listAchievements(
  { store }: { readonly store: Pick<Store, 'achievements'> },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly AchievementRecord[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  return done(issuer.value === null ? [] : await store.achievements.list(issuer.value, input.page));
}
