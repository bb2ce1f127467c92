import type { UnsignedCredential } from '@proofmark/schemas';
import type { Recipient } from '@proofmark/schemas/api';
import type { CredentialRecord } from '../../store/index.js';
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
 * Otherwise the new badge repeats the recipient of the old one, salt and hash included, since the address itself is stored nowhere.
 */
export function recipientOf(
  hashes: RecipientHashes,
  { issuerId, signed, recipientLookup: lookup }: CredentialRecord,
  given: Recipient | undefined,
): Result<KnownRecipient> {
  if (signed === null) throw new TypeError('an erased badge is not renewed');
  const { id, identifier = [] } = (JSON.parse(signed.json) as UnsignedCredential).credentialSubject;
  const did = id.startsWith('did:') ? id : undefined;
  const identity = identifier.find(({ identityType, hashed }) => identityType === 'emailAddress' && hashed);
  const name = identifier.find(({ identityType, hashed }) => identityType === 'name' && !hashed)?.identityHash;
  if (given === undefined) {
    const known: Recipient = did === undefined ? {} : { did };
    return done({ known, prepare: async () => ({ badge: { id, identity, name }, lookup }) });
  }
  const same =
    given.email === undefined
      ? given.did === did
      : lookup !== null && hashes.lookups(issuerId, given.email).some((hash) => Buffer.compare(hash, lookup) === 0);
  if (!same)
    return invalid(
      '/recipient',
      'not-allowed',
      'is not the recipient of the badge that is renewed: leave it out, or issue a new badge to this person',
    );
  return done({
    known: given,
    async prepare() {
      const prepared = await hashes.prepare(issuerId, { ...given, name: given.name ?? name });
      return { ...prepared, badge: { ...prepared.badge, id } };
    },
  });
}
