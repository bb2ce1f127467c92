import { base64nopad, base64urlnopad } from '@scure/base';
import { decodeWith } from './decode.js';

/** Base64 with padding (RFC 4648 section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = base64nopad.encode(bytes);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** The bytes of a base64 text with padding. Null unless it is exactly what `encodeBase64` writes: no white space, no loose bits. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  return text.length % 4 === 0 ? decodeWith(base64nopad.decode, text.replace(/={1,2}$/, '')) : null;
}

/** Base64url without padding (RFC 4648 section 5, RFC 7515 section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes);
}

/**
 * The bytes of a base64url text without padding. Null for padding, foreign characters, an impossible length and for a last character with
 * loose bits: every byte string has exactly one spelling, so that nobody can write the same signature in two ways.
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  return decodeWith(base64urlnopad.decode, text);
}
