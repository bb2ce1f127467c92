import { emailIdentity, type RecipientInput } from '@proofmark/credentials';
import { emailSpellings, encodeUtf8 } from '@proofmark/primitives';
import type { Recipient } from '@proofmark/schemas/api';
import { crypto, hmacSha256 } from '../crypto.js';
import { randomUuid } from '../identifiers.js';
import type { RandomSource } from '../ports.js';

/** The recipient as a badge describes them, and the hash by which the issuer finds the badge. The address itself is not passed on. */
export interface PreparedRecipient {
  readonly badge: RecipientInput;
  readonly lookup: Uint8Array | null;
}

/** Hashes what is known of recipients with the secret of this service (the pepper), so that addresses are stored nowhere. */
export interface RecipientHashes {
  /** What a new badge says: the address hashed with a salt of this badge alone (128 bits), and the hash for look-ups. */
  prepare(issuerId: string, recipient: Recipient): Promise<PreparedRecipient>;
  /** The keyed hash of an address. The issuer is part of it, so that the recipients of two issuers cannot be joined. */
  lookup(issuerId: string, email: string): Uint8Array;
  /**
   * The keyed hashes under which badges of an address may be stored, that of `lookup` first: versions before 0.2 hashed an address composed
   * and in lower case, with its domain as it was typed.
   */
  lookups(issuerId: string, email: string): readonly Uint8Array[];
  /** The keyed hash of a text that this service alone can make. */
  keyedHash(text: string): Uint8Array;
}

/** @param pepper 32 bytes, made once and kept with the keys */
export function recipientHashes(pepper: Uint8Array, random: RandomSource): RecipientHashes {
  const keyedHash = (text: string): Uint8Array => hmacSha256(pepper, encodeUtf8(text));
  const lookups = (issuerId: string, email: string): readonly Uint8Array[] =>
    storedSpellings(email).map((spelling) => keyedHash(`${issuerId}\n${spelling}`));
  const lookup = (issuerId: string, email: string): Uint8Array => lookups(issuerId, email)[0]!;
  return {
    keyedHash,
    lookup,
    lookups,
    async prepare(issuerId, { email, did, name }) {
      const id = did ?? `urn:uuid:${randomUuid(random)}`;
      if (email === undefined) return { badge: { id, name }, lookup: null };
      const salt = Buffer.from(random.bytes(16)).toString('hex');
      const identity = await emailIdentity(email, salt, crypto);
      return { badge: { id, identity, name }, lookup: lookup(issuerId, email) };
    },
  };
}

/** The canonical spelling, and those that earlier versions stored. Throws a RangeError for a text that is no address. */
function storedSpellings(email: string): readonly string[] {
  const spellings = emailSpellings(email);
  if (spellings.length === 0) throw new RangeError('a recipient is looked up by what is no e-mail address');
  return [...new Set(spellings.map((spelling) => spelling.normalize('NFC').trim().toLowerCase()))];
}
