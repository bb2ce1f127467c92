const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** By character code; -1 outside of the alphabet. */
const VALUES: Int8Array = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Longest text that is decoded: base58 takes quadratic time, and no key or signature of ours comes near. */
const MAX_LENGTH = 1024;

// Both directions work with several digits at once: so many that the products stay exact in a double.
const ONE = ALPHABET.charCodeAt(0);
const FIVE_DIGITS = 58 ** 5;
const THREE_BYTES = 2 ** 24;

/** Base58 with the Bitcoin alphabet (Multibase `z`, without its prefix). */
export function encodeBase58(bytes: Uint8Array): string {
  const groups: number[] = [];
  const odd = bytes.length % 2;
  for (let at = -odd; at < bytes.length; at += 2) {
    let carry = ((at < 0 ? 0 : bytes[at]!) << 8) | bytes[at + 1]!;
    for (let i = 0; i < groups.length; i++) {
      const value = groups[i]! * 65536 + carry;
      carry = Math.floor(value / FIVE_DIGITS);
      // Not `%`, which is slow beyond 32 bits.
      groups[i] = value - carry * FIVE_DIGITS;
    }
    if (carry > 0) groups.push(carry);
  }
  const codes: number[] = [];
  for (const group of groups) {
    for (let rest = group, i = 0; i < 5; i++, rest = Math.floor(rest / 58)) codes.push(ALPHABET.charCodeAt(rest % 58));
  }
  // The last group is filled up with zeros.
  while (codes.at(-1) === ONE) codes.pop();
  for (let zeros = leading(bytes, 0); zeros > 0; zeros--) codes.push(ONE);
  return String.fromCharCode(...codes.reverse());
}

/** The bytes of a base58 text; null for an empty or overlong text or a character outside the alphabet. */
export function decodeBase58(text: string): Uint8Array | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  const groups: number[] = [];
  for (let at = 0; at < text.length; ) {
    let carry = 0;
    let weight = 1;
    // The first step takes what is more than whole groups of four.
    const end = at + ((text.length - at) % 4 || 4);
    for (; at < end; at++) {
      const value = VALUES[text.charCodeAt(at)] ?? -1;
      if (value < 0) return null;
      carry = carry * 58 + value;
      weight *= 58;
    }
    for (let i = 0; i < groups.length; i++) {
      const value = groups[i]! * weight + carry;
      carry = Math.floor(value / THREE_BYTES);
      groups[i] = value - carry * THREE_BYTES;
    }
    if (carry > 0) groups.push(carry);
  }
  return unpacked(groups, leading(text, '1'));
}

/** Groups of three bytes, the least first, as bytes after so many zeros. */
function unpacked(groups: readonly number[], zeros: number): Uint8Array {
  const bytes = new Uint8Array(groups.length * 3);
  for (const [i, group] of groups.entries()) {
    const at = bytes.length - 3 * i;
    bytes[at - 1] = group;
    bytes[at - 2] = group >> 8;
    bytes[at - 3] = group >> 16;
  }
  const whole = new Uint8Array(zeros + bytes.length - leading(bytes, 0));
  whole.set(bytes.subarray(leading(bytes, 0)), zeros);
  return whole;
}

function leading<T>(items: ArrayLike<T>, item: T): number {
  let count = 0;
  while (count < items.length && items[count] === item) count++;
  return count;
}
