import type { ConsentRecord } from '../../store/index.js';
import type { AvailableCredential } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { isSameRecipient } from '../recipients/same-recipient.js';
import { lockVersions } from './lock-versions.js';
import { type Claim, readClaim } from './read-claim.js';

/** What a learner answers. Null is what their page did not ask, and stays as it was. */
export interface Answers {
  readonly page: boolean | null;
  readonly search: boolean | null;
  readonly copies: boolean | null;
  readonly archives: boolean | null;
}

/**
 * Writes down what a learner agrees to, and does what follows from a no: for the badge of the link and for all that it renews or corrects or that renew or
 * correct it. The link is the authorisation.
 */
export async function giveConsent(deps: IdSource & { readonly store: Store }, text: string, answers: Answers): Promise<Claim> {
  const claim = await readClaim(deps, text);
  if (claim.kind !== 'learner' || Object.values(answers).every((answer) => answer === null)) return claim;
  const { link } = claim;
  await deps.store.transaction(async (tx) => {
    const versions = await lockVersions(tx.credentials, link);
    const own = versions.find(({ id }) => id === link.credentialId);
    if (own === undefined) return;
    const at = deps.clock.now();
    const earlier = earlierThan(own, versions);
    const held = await agreedLater(
      tx,
      own,
      versions.filter((one) => one !== own && !earlier.has(one.id)),
    );
    for (const version of versions) {
      const heard = version === own ? answers : heardBy(version, { own, answers, isEarlier: earlier.has(version.id) });
      if (heard === null) continue;
      const claimLinkId = version === own ? link.id : null;
      await answer(tx, version, { heard, held, at, claimLinkId });
      await appendEvent(deps, tx, 'consent.changed', { issuerId: version.issuerId, credentialId: version.id });
    }
  });
  return readClaim(deps, text);
}

/** What a version renews or corrects, and what that did. */
function earlierThan({ predecessorId }: AvailableCredential, versions: readonly AvailableCredential[]): ReadonlySet<string> {
  const earlier = new Set<string>();
  for (let id = predecessorId; id !== null && !earlier.has(id); ) {
    earlier.add(id);
    const before = versions.find((one) => one.id === id);
    id = before?.predecessorId ?? null;
  }
  return earlier;
}

interface Heard {
  readonly own: AvailableCredential;
  readonly answers: Answers;
  readonly isEarlier: boolean;
}

/**
 * The part of an answer about one version that counts for another version; null where no part does. For the same recipient, page and search count as answered.
 * For another recipient, a refusal counts for earlier versions, and nothing counts for later ones. Consent to copies and archives is asked for each version, so
 * only a refusal of those counts.
 */
function heardBy(version: AvailableCredential, { own, answers, isEarlier }: Heard): Answers | null {
  const same = isSameRecipient(version, own);
  if (!same && !isEarlier) return null;
  const no = (answer: boolean | null): boolean | null => (answer === false ? false : null);
  const heard = {
    page: same ? answers.page : no(answers.page),
    search: same ? answers.search : no(answers.search),
    copies: no(answers.copies),
    archives: no(answers.archives),
  };
  return Object.values(heard).every((answer) => answer === null) ? null : heard;
}

/**
 * What the recipients of later versions agreed to, where those are other people. The recipient of a wrong version can neither publish it against their refusal
 * nor have it listed without their consent.
 */
async function agreedLater(
  tx: Repositories,
  own: AvailableCredential,
  later: readonly AvailableCredential[],
): Promise<Pick<ConsentRecord, 'page' | 'search'>> {
  const agreed = { page: true, search: true };
  for (const version of later.filter((one) => !isSameRecipient(one, own))) {
    const last = await tx.consents.last({ issuerId: version.issuerId, credentialId: version.id });
    agreed.page &&= last?.page !== false;
    agreed.search &&= last?.search === true;
  }
  return agreed;
}

interface Answering {
  readonly heard: Answers;
  /** What may be agreed to at all. */
  readonly held: Pick<ConsentRecord, 'page' | 'search'>;
  readonly at: Date;
  readonly claimLinkId: string | null;
}

async function answer(tx: Repositories, { issuerId, id }: AvailableCredential, { heard, held, at, claimLinkId }: Answering): Promise<void> {
  const badge = { issuerId, credentialId: id };
  const [last, kept] = [await tx.consents.last(badge), await tx.consents.kept(badge)];
  const page = (heard.page ?? last?.page ?? true) && held.page;
  const ofWork = (what: 'copies' | 'archives'): boolean | null =>
    kept[what] && heard[what] !== null ? heard[what] : (last?.[what] ?? null);
  await tx.consents.insert({
    ...badge,
    claimLinkId,
    page,
    // A page that is not published cannot be listed by search engines.
    search: page && held.search && (heard.search ?? last?.search ?? false),
    copies: ofWork('copies'),
    archives: ofWork('archives'),
    at,
  });
  if (kept.copies && heard.copies === false) await tx.consents.removeCopies(badge);
  if (kept.archives && heard.archives === false) await tx.consents.dropArchiveRequests(badge);
}
