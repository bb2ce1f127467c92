import { hmac } from '@noble/hashes/hmac.js';
import * as sha2 from '@noble/hashes/sha2.js';

/*
 * Hashes of @noble/hashes, which answer at once on every host; WebCrypto only answers with a promise. Where much is hashed, the crypto port
 * of a host is several times faster.
 */

/** SHA-256 (FIPS 180-4): 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha2.sha256(data) as Uint8Array<ArrayBuffer>;
}

/** SHA-384 (FIPS 180-4): 48 bytes. */
export function sha384(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha2.sha384(data) as Uint8Array<ArrayBuffer>;
}

/** SHA-512 (FIPS 180-4): 64 bytes. */
export function sha512(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha2.sha512(data) as Uint8Array<ArrayBuffer>;
}

/** HMAC with SHA-256 (RFC 2104): 32 bytes. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  return hmac(sha2.sha256, key, data) as Uint8Array<ArrayBuffer>;
}
