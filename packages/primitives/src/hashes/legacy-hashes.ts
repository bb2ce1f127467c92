import * as legacy from '@noble/hashes/legacy.js';

/*
 * Broken hashes that old formats name, in an entry of their own (`@proofmark/primitives/legacy-hashes`): a page loads them only when it meets
 * one. WebCrypto has no MD5, and Node's own is refused in FIPS mode.
 */

/** SHA-1 (FIPS 180-4): 20 bytes. Only to name git objects, which git itself names so. */
export function sha1(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return legacy.sha1(data) as Uint8Array<ArrayBuffer>;
}

/** MD5 (RFC 1321): 16 bytes. Only to compare old `md5$…` identity hashes of a recipient; nothing that makes a badge genuine rests on it. */
export function md5(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return legacy.md5(data) as Uint8Array<ArrayBuffer>;
}
