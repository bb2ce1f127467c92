import type { ConsentRecord, CredentialRecord, EndorsementRecord, FoundAssessment, RecipientRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { findAvailable } from '../access/load-credential.js';
import { loadRecipient, type RecipientInput } from '../recipient-records/get-recipient.js';
import { type OpenedRecipient, opened } from '../recipients/known-recipient.js';
import { done, type Result } from '../result.js';
import type { Exporting } from './export-issuer.js';

export interface BadgeOfPerson {
  readonly credential: CredentialRecord;
  readonly endorsements: readonly EndorsementRecord[];
  readonly assessments: readonly FoundAssessment[];
  readonly consents: readonly ConsentRecord[];
  /** The evidence report as it is stored. */
  readonly report: string | null;
}

/** All that is kept of one person: what a person may ask for. */
export interface PersonExport {
  readonly recipient: OpenedRecipient;
  readonly badges: readonly BadgeOfPerson[];
}

/** Reads all that is kept of a recipient, but the bytes of private work and of copies. */
export async function exportRecipient(deps: Exporting, { actor, input }: Request<RecipientInput>): Promise<Result<PersonExport>> {
  const found = await loadRecipient(deps.store.recipients, actor, input);
  return found.ok ? done(await readPerson(deps, found.value)) : found;
}

/** The same of somebody who was found. */
export async function readPerson({ store, recipients }: Omit<Exporting, 'clock'>, person: RecipientRecord): Promise<PersonExport> {
  const { issuerId, id } = person;
  const badges: BadgeOfPerson[] = [];
  for (const { id: credentialId } of await store.recipients.badgesOf(issuerId, id)) {
    const badge = { issuerId, credentialId };
    // One may be erased meanwhile.
    const credential = await findAvailable(store.credentials, badge);
    if (credential === null) continue;
    badges.push({
      credential,
      endorsements: await store.endorsements.list(badge),
      assessments: await store.assessments.ofBadge(badge),
      consents: await store.consents.all(badge),
      report: await store.evidence.report(badge),
    });
  }
  return { recipient: opened(recipients, person), badges };
}
