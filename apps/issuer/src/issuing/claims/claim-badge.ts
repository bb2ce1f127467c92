import { lockCredential } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { hashOf, learnerTokenOf, newClaimToken } from './claim-token.js';
import { type Claim, type ClaimedBadge, readClaim } from './read-claim.js';

/** What became of it: the secret of the learner from then on, or what the link leads to instead. */
export type ClaimOutcome = { readonly claimed: true; readonly token: string } | { readonly claimed: false; readonly claim: Claim };

/**
 * Claims the badge of a link, once. The link is the authorisation. The form of the page that has claimed it may be sent again, as a second click does: the browser
 * drops the first answer then, so the second one leads to the same page of the learner.
 * @param pageSecret of the page whose form was sent; null where none was
 */
export async function claimBadge(
  deps: IdSource & { readonly store: Store },
  text: string,
  pageSecret: string | null = null,
): Promise<ClaimOutcome> {
  const before = await readClaim(deps, text);
  if (!('issuer' in before)) return { claimed: false, claim: before };
  const repeatable = pageSecret === null ? null : learnerTokenOf(text, pageSecret, before.issuer);
  const token = repeatable ?? newClaimToken('learner', deps.random, before.issuer);
  if (before.kind === 'open' && (await use(deps, before, token))) return { claimed: true, token };
  if (repeatable !== null && (await readClaim(deps, repeatable)).kind === 'learner') return { claimed: true, token: repeatable };
  return { claimed: false, claim: await readClaim(deps, text) };
}

/** Uses the claim link. Returns false where another request has used it first, or the badge was withdrawn since it was read. */
function use(deps: IdSource & { readonly store: Store }, { link }: ClaimedBadge, token: string): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    const badge = await lockCredential(tx.credentials, link);
    if (!badge.ok || badge.value.revoked !== null) return false;
    const now = deps.clock.now();
    if (!(await tx.claimLinks.use(link, hashOf(token), now))) return false;
    if (await tx.claimLinks.markClaimed(link, now)) await appendEvent(deps, tx, 'credential.claimed', link);
    return true;
  });
}
