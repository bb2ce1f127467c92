import { base16 } from '@scure/base';
import { decodeWith } from './decode.js';

/** Two lower-case hexadecimal digits for each byte. */
export function encodeHex(bytes: Uint8Array): string {
  return base16.encode(bytes).toLowerCase();
}

/** The bytes of a hexadecimal text in lower case. Null for an odd length, upper case and any other character: each byte string has one spelling. */
export function decodeHex(text: string): Uint8Array<ArrayBuffer> | null {
  return /[^0-9a-f]/.test(text) ? null : decodeWith((hex) => base16.decode(hex.toUpperCase()), text);
}
