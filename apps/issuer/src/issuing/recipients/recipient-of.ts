import type { RecipientInput } from '@proofmark/credentials';
import type { UnsignedCredential } from '@proofmark/schemas';
import type { Recipient } from '@proofmark/schemas/api';
import type { CredentialRecord, NewRecipient } from '../../store/index.js';
import { done, invalid, type Result } from '../result.js';
import type { PreparedRecipient, RecipientHashes } from './recipient.js';

/** The recipient of a badge that is to be renewed. */
export interface KnownRecipient {
  /** As much as is known now: an address only where it was given again. */
  readonly known: Recipient;
  /** The recipient as the new badge describes them. */
  prepare(): Promise<PreparedRecipient>;
}

/**
 * Whom a badge was given to. Given again, it has to be the same person; their address is then hashed anew, with a salt of the new badge.
 * Otherwise the new badge repeats the recipient of the old one, salt and hash included.
 */
export function recipientOf(
  hashes: RecipientHashes,
  { issuerId, signed, recipientLookup: lookup, recipient }: CredentialRecord,
  given: Recipient | undefined,
): Result<KnownRecipient> {
  if (signed === null) throw new TypeError('an erased badge is not renewed');
  const { id, did, identity, name } = recipientInBadge(signed.json);
  if (given === undefined) {
    const known: Recipient = did === undefined ? {} : { did };
    const row = recipient === null ? null : unchanged(recipient.id);
    return done({ known, prepare: async () => ({ badge: { id, identity, name }, lookup, row }) });
  }
  if (!isSame(given))
    return invalid(
      '/recipient',
      'not-allowed',
      'is not the recipient of the badge that is renewed: leave it out, or issue a new badge to this person',
    );
  return done({
    known: given,
    async prepare() {
      const prepared = await hashes.prepare(issuerId, { ...given, name: given.name ?? name });
      return { ...prepared, badge: { ...prepared.badge, id }, row: sameRow(prepared.row, recipient?.id) };
    },
  });

  function isSame({ email, did: other, externalId }: Recipient): boolean {
    if (externalId !== undefined && recipient?.externalId != null && recipient.externalId !== externalId) return false;
    if (email !== undefined) {
      return lookup !== null && hashes.lookups(issuerId, email).some((hash) => Buffer.compare(hash, lookup) === 0);
    }
    return other === undefined ? externalId !== undefined && recipient?.externalId === externalId : other === did;
  }
}

interface RecipientInBadge extends Pick<RecipientInput, 'identity'> {
  readonly id: string;
  /** Undefined for a recipient without one. */
  readonly did: string | undefined;
  readonly name: string | undefined;
}

/** What a badge says of its recipient. */
export function recipientInBadge(json: string): RecipientInBadge {
  const { id, identifier = [] } = (JSON.parse(json) as UnsignedCredential).credentialSubject;
  const did = id.startsWith('did:') ? id : undefined;
  const identity = identifier.find(({ identityType, hashed }) => identityType === 'emailAddress' && hashed);
  const name = identifier.find(({ identityType, hashed }) => identityType === 'name' && !hashed)?.identityHash;
  return { id, did, identity, name };
}

/** The row of a recipient who is there already, of whom nothing new is known. */
export function unchanged(id: string): NewRecipient {
  return { id, settled: true, externalId: null, lookup: null, name: null, nameSearch: null, language: null, email: null };
}

/** The same person as before, whoever else has the same address. */
function sameRow(row: NewRecipient | null, id: string | undefined): NewRecipient | null {
  return row === null || id === undefined ? row : { ...row, id, settled: true };
}
