import { emailIdentity, type RecipientInput } from '@proofmark/credentials';
import { canonicalEmail, emailSpellings, encodeHex, encodeUtf8 } from '@proofmark/primitives';
import type { Recipient } from '@proofmark/schemas/api';
import type { NewRecipient } from '../../store/index.js';
import { crypto, hmacSha256 } from '../crypto.js';
import { customUuid, randomUuid } from '../identifiers.js';
import type { PersonalSeal, RandomSource, SealedText } from '../ports.js';
import { searchableName } from './searchable-name.js';

/** The recipient as a badge describes them, the hash by which the issuer finds the badge, and what the issuer keeps of the recipient. */
export interface PreparedRecipient {
  readonly badge: RecipientInput;
  readonly lookup: Uint8Array | null;
  /** Null when nothing is known by which the same recipient could be met again. */
  readonly row: NewRecipient | null;
}

/** Makes of what is known of recipients what is stored: addresses are hashed with the secret of this service (the pepper), and sealed. */
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
  /** The id of the row of a recipient who is known by this; by the badge alone where nothing else is known. */
  idOf(issuerId: string, known: { readonly lookup: Uint8Array | null; readonly did: string | undefined; readonly badgeId: string }): string;
  /** The address of a recipient; null where it was sealed under another keyring. */
  openEmail(issuerId: string, lookup: Uint8Array, email: SealedText): string | null;
}

export interface RecipientSecrets {
  /** 32 bytes, made once and kept with the keys. */
  readonly pepper: Uint8Array;
  readonly seal: PersonalSeal;
  readonly random: RandomSource;
}

export function recipientHashes({ pepper, seal, random }: RecipientSecrets): RecipientHashes {
  const keyedHash = (text: string): Uint8Array => hmacSha256(pepper, encodeUtf8(text));
  const lookups = (issuerId: string, email: string): readonly Uint8Array[] =>
    storedSpellings(email).map((spelling) => keyedHash(`${issuerId}\n${spelling}`));
  const lookup = (issuerId: string, email: string): Uint8Array => lookups(issuerId, email)[0]!;
  const rowId = (issuerId: string, knownBy: string): string => customUuid(keyedHash(`recipient\n${issuerId}\n${knownBy}`));
  const rowOf = (issuerId: string, { email, did, externalId, name, language }: Recipient, hash: Uint8Array | null): NewRecipient | null => {
    const knownBy = knownAs(externalId, hash, did);
    if (knownBy === null) return null;
    return {
      id: rowId(issuerId, knownBy),
      settled: false,
      externalId: externalId ?? null,
      lookup: hash,
      name: name ?? null,
      nameSearch: name === undefined ? null : searchableName(name),
      language: language ?? null,
      email: email === undefined || hash === null ? null : seal.seal(canonicalEmail(email) ?? email, sealedFor(issuerId, hash)),
    };
  };
  return {
    keyedHash,
    lookup,
    lookups,
    idOf: (issuerId, { lookup: hash, did, badgeId }) => rowId(issuerId, knownAs(undefined, hash, did) ?? `badge\n${badgeId}`),
    openEmail: (issuerId, hash, email) => seal.open(email, sealedFor(issuerId, hash)),
    async prepare(issuerId, recipient) {
      const { email, did, name } = recipient;
      const id = did ?? `urn:uuid:${randomUuid(random)}`;
      const hash = email === undefined ? null : lookup(issuerId, email);
      const row = rowOf(issuerId, recipient, hash);
      if (email === undefined) return { badge: { id, name }, lookup: null, row };
      const salt = Buffer.from(random.bytes(16)).toString('hex');
      const identity = await emailIdentity(email, salt, crypto);
      return { badge: { id, identity, name }, lookup: hash, row };
    },
  };
}

/** What a recipient is met again by: the issuer's own id of them, else their address, else their DID. */
function knownAs(externalId: string | undefined, lookup: Uint8Array | null, did: string | undefined): string | null {
  if (externalId !== undefined) return `external-id\n${externalId}`;
  if (lookup !== null) return `address\n${encodeHex(lookup)}`;
  return did === undefined ? null : `did\n${did}`;
}

/** An address opens only with the hash that stands beside it, so no row can be given that of another. */
function sealedFor(issuerId: string, lookup: Uint8Array): string {
  return `address ${issuerId} ${encodeHex(lookup)}`;
}

/** The canonical spelling, and those that earlier versions stored. Throws a RangeError for a text that is no address. */
function storedSpellings(email: string): readonly string[] {
  const spellings = emailSpellings(email);
  if (spellings.length === 0) throw new RangeError('a recipient is looked up by what is no e-mail address');
  return [...new Set(spellings.map((spelling) => spelling.normalize('NFC').trim().toLowerCase()))];
}
