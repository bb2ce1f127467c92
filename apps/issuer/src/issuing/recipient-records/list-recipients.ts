import type { OrderedPage } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import { noCursor } from '../credentials/list-credentials.js';
import type { Store } from '../ports.js';
import { type OpenedRecipient, opened } from '../recipients/known-recipient.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { namePattern } from '../recipients/searchable-name.js';
import { done, type Result } from '../result.js';

export interface ListRecipientsInput {
  readonly issuerId: string | null;
  readonly externalId: string | null;
  readonly email: string | null;
  /** A part of a name. */
  readonly name: string | null;
  readonly page: OrderedPage;
}

export interface RecipientListing {
  readonly store: Pick<Store, 'recipients'>;
  readonly recipients: Pick<RecipientHashes, 'lookups' | 'openEmail'>;
}

/** Who has badges of one issuer. Several people may have one address. An admin key names the issuer. */
export async function listRecipients(
  { store, recipients }: RecipientListing,
  { actor, input }: Request<ListRecipientsInput>,
): Promise<Result<readonly OpenedRecipient[]>> {
  const { externalId, email, name, page } = input;
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const lookups = email === null ? null : recipients.lookups(issuer.value, email);
  const filter = { externalId, lookups, namePattern: name === null ? null : namePattern(name) };
  const found = await store.recipients.list(issuer.value, filter, page);
  return found === null ? noCursor() : done(found.map((one) => opened(recipients, one)));
}
