import { decodeBase58, encodeBase58 } from './base58.js';
import { decodeBase64url, encodeBase64url } from './base64.js';

/** The two bases that Controlled Identifiers 1.0 section 2.4 names: `z` is base58btc, `u` is base64url without padding. */
export type MultibaseName = 'base58btc' | 'base64url';

/** Multibase text (Controlled Identifiers 1.0, 2.4) with its prefix. */
export function encodeMultibase(base: MultibaseName, bytes: Uint8Array): string {
  return base === 'base58btc' ? `z${encodeBase58(bytes)}` : `u${encodeBase64url(bytes)}`;
}

/** The bytes of a multibase text; null for a prefix other than `z` and `u`, and for what its decoder refuses. */
export function decodeMultibase(text: string): Uint8Array<ArrayBuffer> | null {
  if (text[0] === 'z') return decodeBase58(text.slice(1));
  return text[0] === 'u' ? decodeBase64url(text.slice(1)) : null;
}
