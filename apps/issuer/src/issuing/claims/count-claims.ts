import type { ClaimCounts } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result } from '../result.js';

const NONE: ClaimCounts = { claimed: 0, unclaimed: 0, linked: 0 };

/** How many badges of one issuer were claimed. An admin key names the issuer. */
export async function countClaims(
  { store, clock }: { readonly store: Pick<Store, 'claimLinks'>; readonly clock: Clock },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly achievementId: string | null }>,
): Promise<Result<ClaimCounts>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done(NONE);
  return done(await store.claimLinks.count(issuer.value, { achievementId: input.achievementId, now: clock.now() }));
}
