import { canonicalEmail, emailSpellings, encodeHex, encodeUtf8 } from '@proofmark/primitives';
import type { IdentityObject, JsonObject, MaybePromise } from '@proofmark/schemas';
import { andThen } from '../maybe.js';

/** The hashing that identities need. A `CryptoPort` of `@proofmark/proofs` fits. */
export interface HashPort {
  digest(algorithm: 'SHA-256' | 'MD5', data: Uint8Array): MaybePromise<Uint8Array>;
}

function hashWith(algorithm: 'SHA-256' | 'MD5', identity: string, salt: string, hash: HashPort): MaybePromise<string> {
  return andThen(hash.digest(algorithm, encodeUtf8(identity + salt)), encodeHex);
}

/**
 * The IdentityHash of Open Badges 3.0: `sha256$` and the hash of UTF-8(identity ‖ salt) in lower-case hexadecimal.
 * The identity is hashed as given: of an e-mail address, take the canonical spelling first.
 */
export function identityHash(identity: string, salt: string, hash: HashPort): MaybePromise<string> {
  return andThen(hashWith('SHA-256', identity, salt, hash), (hex) => `sha256$${hex}`);
}

/**
 * The identity object of an e-mail address, in its canonical spelling and hashed with a salt of this badge alone (128 bits or more, as
 * text). Throws a RangeError for a text that is no address.
 */
export function emailIdentity(address: string, salt: string, hash: HashPort): MaybePromise<IdentityObject> {
  const canonical = canonicalEmail(address);
  if (canonical === null) throw new RangeError('the identity of a recipient is no e-mail address');
  return andThen(identityHash(canonical, salt, hash), (value) => ({
    type: 'IdentityObject',
    hashed: true,
    identityType: 'emailAddress',
    identityHash: value,
    salt,
  }));
}

/** The identity object of a name in clear, for providers who want the badge to name its recipient. */
export function nameIdentity(name: string): IdentityObject {
  return { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: name };
}

function spellings(candidate: string, type: string): readonly string[] {
  const composed = candidate.normalize('NFC').trim();
  const emails = type === 'emailAddress' ? emailSpellings(candidate) : [];
  return [...new Set([candidate, candidate.trim(), composed, ...emails])];
}

/**
 * Whether an identity object of a badge means this person (Open Badges 3.0, verification step "recipient").
 * The specification does not say how an address is written before it is hashed, so it is tried as typed and in its other spellings.
 * `type` is what the candidate is; an object of another type does not match (`email` is read as `emailAddress`).
 * A malformed object is false, never an exception.
 */
export function matchesIdentity(identity: JsonObject, candidate: string, hash: HashPort, type = 'emailAddress'): MaybePromise<boolean> {
  const { identityType, identityHash: claimed, salt = '', hashed } = identity;
  const claimedType = identityType === 'email' ? 'emailAddress' : identityType;
  if (claimedType !== type || typeof claimed !== 'string' || typeof salt !== 'string') return false;
  const tried = spellings(candidate, type);
  if (hashed !== true) return spellings(claimed, type).some((text) => tried.includes(text));
  const [algorithm, hex] = claimed.split('$');
  const name = algorithm === 'sha256' ? 'SHA-256' : algorithm === 'md5' ? 'MD5' : null;
  if (name === null || hex === undefined || hex === '') return false;
  const wanted = hex.toLowerCase();
  const attempt = (index: number): MaybePromise<boolean> => {
    const text = tried[index];
    if (text === undefined) return false;
    return andThen(hashWith(name, text, salt, hash), (actual) => actual === wanted || attempt(index + 1));
  };
  return attempt(0);
}
