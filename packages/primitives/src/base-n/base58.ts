import { base58 } from '@scure/base';
import { decodeWith } from './decode.js';

/** Base58 takes time that grows with the square of the length; no key, signature or digest comes near. */
const MAX_LENGTH = 1024;

/** Base58 with the Bitcoin alphabet (Multibase `z`, without its prefix). Throws for more than 2048 bytes: misuse. */
export function encodeBase58(bytes: Uint8Array): string {
  return base58.encode(bytes);
}

/** The bytes of a base58 text; null for an empty text, one of more than 1024 characters, or a character outside of the alphabet. */
export function decodeBase58(text: string): Uint8Array<ArrayBuffer> | null {
  return text === '' ? null : decodeWith(base58.decode, text, MAX_LENGTH);
}
