import { equalBytes } from '@proofmark/primitives';
import type { IssuerRecord, LearnerRequestRecord, RecipientRecord } from '../../store/index.js';
import { findAvailable } from '../access/load-credential.js';
import { readLinkToken } from '../claims/claim-token.js';
import { type PersonExport, readPerson } from '../exports/export-recipient.js';
import type { Clock, Store } from '../ports.js';
import { type OpenedRecipient, opened } from '../recipients/known-recipient.js';
import type { RecipientHashes } from '../recipients/recipient.js';

export interface OwnDataReading {
  readonly store: Store;
  readonly recipients: Pick<RecipientHashes, 'openEmail'>;
  readonly clock: Clock;
}

/** Somebody who has proven the address that is kept of them. */
export interface ProvenPerson {
  readonly kind: 'proven';
  readonly request: LearnerRequestRecord;
  readonly issuer: IssuerRecord;
  readonly person: RecipientRecord;
  /** The same, with their address opened. */
  readonly kept: OpenedRecipient;
  /** The titles of their badges, the newest first, as far as a page shows them. */
  readonly badges: readonly string[];
  /** How many they have. */
  readonly count: number;
}

/** What the link of such a mail leads to. `closed`: it has run out, a newer one was sent, or the address has changed since. */
export type OwnData = ProvenPerson | { readonly kind: 'none' } | { readonly kind: 'closed'; readonly issuer: IssuerRecord };

const SHOWN = 100;

/** Whose data the link of a mail shows. Changes nothing. */
export async function readOwnData({ store, recipients, clock }: OwnDataReading, text: string): Promise<OwnData> {
  const token = readLinkToken(text);
  const request = token?.kind === 'data' ? await store.learnerRequests.findByToken('data', token.hash, token.issuerNumber) : null;
  const issuer = request === null ? null : await store.issuers.find(request.issuerId);
  if (request === null || issuer === null) return { kind: 'none' };
  const { issuerId, credentialId } = request;
  const badge = await findAvailable(store.credentials, { issuerId, credentialId });
  const person = badge?.recipient == null ? null : await store.recipients.find(issuerId, badge.recipient.id);
  const now = clock.now();
  if (person === null || !isOpen(request, person, now)) return { kind: 'closed', issuer };
  const filter = {
    ...{ achievementId: null, recipientIds: [person.id], recipientLookups: null, namePattern: null },
    ...{ state: null, claimed: null, since: null, until: null, now },
  };
  const badges = (await store.credentials.list(issuerId, filter, { limit: SHOWN, after: null, order: 'newest' })) ?? [];
  const { length: count } = await store.recipients.badgesOf(issuerId, person.id);
  const titles = badges.map(({ achievementName }) => achievementName);
  return { kind: 'proven', request, issuer, person, kept: opened(recipients, person), badges: titles, count };
}

/** Whether the link of a request still shows the data of a person: the mail went to the address that they have now. */
export function isOpen(
  { state, expiresAt, address }: LearnerRequestRecord,
  { lookup }: Pick<RecipientRecord, 'lookup'>,
  now: Date,
): boolean {
  return state === 'open' && expiresAt > now && address !== null && lookup !== null && equalBytes(address, lookup);
}

/** All that is kept of whoever has the link: the same that their issuer can export of them. Null where the link shows nothing. */
export async function exportOwnData(deps: OwnDataReading, text: string): Promise<PersonExport | null> {
  const found = await readOwnData(deps, text);
  return found.kind === 'proven' ? readPerson(deps, found.person) : null;
}
