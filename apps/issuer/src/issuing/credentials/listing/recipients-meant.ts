import type { Store } from '../../ports.js';
import { namePattern } from '../../recipients/searchable-name.js';

/** Of so many people with a name all badges are looked up; badges of more are gone through until a page is full, which takes fewer the more there are. */
const MOST_OF_A_NAME = 2000;

export interface AskedRecipients {
  readonly recipientId: string | null;
  /** The issuer's own id of a recipient. */
  readonly externalId: string | null;
  /** A part of a recipient's name. */
  readonly name: string | null;
}

/** Whose badges are asked for: by ids, or by a pattern where very many people have the name. */
export async function recipientsMeant(
  { recipients }: Pick<Store, 'recipients'>,
  issuerId: string,
  { recipientId, externalId, name }: AskedRecipients,
): Promise<{ readonly recipientIds: readonly string[] | null; readonly namePattern: string | null }> {
  let recipientIds = recipientId === null ? null : [recipientId];
  if (externalId !== null) {
    const own = await recipients.idsOfExternal(issuerId, externalId);
    recipientIds = own.filter((id) => recipientIds === null || recipientIds.includes(id));
  }
  if (name === null) return { recipientIds, namePattern: null };
  const pattern = namePattern(name);
  const ids = recipientIds === null ? await recipients.idsOfNames(issuerId, pattern, MOST_OF_A_NAME) : null;
  return ids === null ? { recipientIds, namePattern: pattern } : { recipientIds: ids, namePattern: null };
}
