import { lockCredential } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { hashOf, newClaimToken } from './claim-token.js';
import { type Claim, readClaim } from './read-claim.js';

/** What became of it: the secret of the learner from then on, or what the link leads to instead. */
export type ClaimOutcome = { readonly claimed: true; readonly token: string } | { readonly claimed: false; readonly claim: Claim };

/** Claims the badge of a link, once. The link is the authorisation. */
export async function claimBadge(deps: IdSource & { readonly store: Store }, text: string): Promise<ClaimOutcome> {
  const claim = await readClaim(deps, text);
  if (claim.kind !== 'open') return { claimed: false, claim };
  const { link, issuer } = claim;
  const token = newClaimToken('learner', deps.random, issuer);
  const claimed = await deps.store.transaction(async (tx) => {
    const badge = await lockCredential(tx.credentials, link);
    if (!badge.ok || badge.value.revoked !== null) return false;
    const now = deps.clock.now();
    if (!(await tx.claimLinks.use(link, hashOf(token), now))) return false;
    if (await tx.claimLinks.markClaimed(link, now)) await appendEvent(deps, tx, 'credential.claimed', link);
    return true;
  });
  return claimed ? { claimed, token } : { claimed, claim: await readClaim(deps, text) };
}
