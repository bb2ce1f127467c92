import { lockCredential } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { type Claim, readClaim } from './read-claim.js';

/** What a learner agrees to. What was not asked is left out of account. */
export interface Answers {
  readonly page: boolean;
  readonly search: boolean;
  readonly copies: boolean;
  readonly archives: boolean;
}

/** Writes down what a learner agrees to, and does what follows from a no. The link is the authorisation. */
export async function giveConsent(deps: IdSource & { readonly store: Store }, text: string, answers: Answers): Promise<Claim> {
  const claim = await readClaim(deps, text);
  if (claim.kind !== 'learner') return claim;
  const { link, kept } = claim;
  const { issuerId, credentialId } = link;
  await deps.store.transaction(async (tx) => {
    if (!(await lockCredential(tx.credentials, link)).ok) return;
    await tx.consents.insert({
      issuerId,
      credentialId,
      claimLinkId: link.id,
      page: answers.page,
      // Nobody finds a page that there is not.
      search: answers.page && answers.search,
      copies: kept.copies ? answers.copies : null,
      archives: kept.archives ? answers.archives : null,
      at: deps.clock.now(),
    });
    if (kept.copies && !answers.copies) await tx.consents.removeCopies(link);
    if (kept.archives && !answers.archives) await tx.consents.dropArchiveRequests(link);
    await appendEvent(deps, tx, 'consent.changed', link);
  });
  return readClaim(deps, text);
}
