import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import type { MaybePromise } from '@proofmark/schemas';
import type { HashPort } from '../identity/identity.js';
import { andThen } from '../maybe.js';

/** Keeps these hashes apart from every other use of SHA-256. */
const DOMAIN = 'proofmark issuance record 1';

/** Bytes of the salt of one badge: without it, a commitment does not tell whether a guessed badge was issued. */
export const RECORD_SALT_BYTES = 16;

/** Bytes of a tag: enough that nobody finds a second id with the tag of an issued badge. */
const TAG_BYTES = 16;

/** What an issuer commits to: one credential, without its proof and without the claims of its token. */
export interface CommittedCredential {
  /** SHA-256 of its canonical N-Quads (RDFC-1.0), in lower-case hex: the hash that an eddsa-rdfc-2022 proof signs. */
  readonly canonicalHash: string;
  readonly salt: Uint8Array;
}

/**
 * The commitment of an issuer's record to one badge, in base64url: SHA-256 over the lines domain, canonical hash and salt. It is the same for
 * every signed form of the badge, since a proof and the claims of a token are no part of it.
 */
export function commitmentOf({ canonicalHash, salt }: CommittedCredential, hash: HashPort): MaybePromise<string> {
  return andThen(hash.digest('SHA-256', encodeUtf8(`${DOMAIN}\n${canonicalHash}\n${encodeBase64url(salt)}`)), encodeBase64url);
}

/** What tells in a record which badge has a place, by its id: half a SHA-256, in base64url. */
export function recordTagOf(id: string, hash: HashPort): MaybePromise<string> {
  const digest = hash.digest('SHA-256', encodeUtf8(`${DOMAIN} id\n${id}`));
  return andThen(digest, (bytes) => encodeBase64url(bytes.subarray(0, TAG_BYTES)));
}
