import { must } from './must.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The bytes of a base58btc text with its multibase prefix; there must be exactly so many. */
export function base58(text: unknown, size: number): Uint8Array {
  must(typeof text === 'string' && text[0] === 'z' && text.length < 2 * size);
  let number = 0n;
  for (const character of text.slice(1)) {
    const digit = ALPHABET.indexOf(character);
    must(digit >= 0);
    number = number * 58n + BigInt(digit);
  }
  const bytes = Uint8Array.from({ length: size }, (_, i) => Number((number >> BigInt(8 * (size - 1 - i))) & 255n));
  // Each zero in front is spelled out; and what was too long has lost its head.
  const zeros = bytes.findIndex((byte) => byte > 0);
  must(number >> BigInt(8 * size) === 0n && /^z(1*)/.exec(text)?.[1]?.length === zeros);
  return bytes;
}
