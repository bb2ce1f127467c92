const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Longest text that is decoded: base58 takes quadratic time, and no key or signature of ours comes near. */
const MAX_LENGTH = 1024;

/** Base58 with the Bitcoin alphabet (Multibase `z`, without its prefix). */
export function encodeBase58(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < digits.length; i++) {
      carry += digits[i]! << 8;
      digits[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = leading(bytes, 0);
  return '1'.repeat(zeros) + digits.reduceRight((text, digit) => text + ALPHABET[digit], '');
}

/** The bytes of a base58 text; null for an empty or overlong text or a character outside the alphabet. */
export function decodeBase58(text: string): Uint8Array | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) return null;
    for (let i = 0; i < bytes.length; i++) {
      carry += bytes[i]! * 58;
      bytes[i] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  const zeros = leading(text, '1');
  const whole = new Uint8Array(zeros + bytes.length);
  whole.set(bytes.reverse(), zeros);
  return whole;
}

function leading<T>(items: ArrayLike<T>, item: T): number {
  let count = 0;
  while (count < items.length && items[count] === item) count++;
  return count;
}
