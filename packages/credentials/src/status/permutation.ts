/** A keyed pseudo-random function, such as HMAC-SHA-256 with the list's secret. It must answer at least four bytes. */
export type KeyedHash = (data: Uint8Array) => Uint8Array;

const ROUNDS = 8;
const MAX_LENGTH = 2 ** 32;

/** Up to here the values of all rounds are kept once they are known: at most 64 KB for a list. */
const MOST_KEPT = 2 ** 12;

/**
 * A random order of the numbers below `length`: answers where a position of a counter lands.
 * For one key and length this is a bijection: a counter that never repeats gives indexes that never repeat, without a table
 * of those taken, and without the key an index does not reveal when the badge was issued (Bitstring Status List 1.0, 5.1).
 *
 * A balanced Feistel network over the smallest even number of bits that holds `length`, walked along its cycle until the
 * result is below `length`: fewer than four steps on average, since the domain is less than four times as large. A round of it knows few
 * different inputs, so keep the answer of this for a list: its second position costs less than its first.
 * RangeError when `length` is not 1 to 2³², or the position not below it.
 */
export function permutation(hash: KeyedHash, length: number): (position: number) => number {
  if (!Number.isSafeInteger(length) || length < 1 || length > MAX_LENGTH) throw new RangeError('The length must be 1 to 2^32.');
  const size = 2 ** Math.ceil(Math.ceil(Math.log2(length)) / 2);
  const values = size > MOST_KEPT ? null : new Int16Array(ROUNDS * size).fill(-1);
  const mix = (round: number, half: number): number => {
    const at = round * size + half;
    const known = values?.[at] ?? -1;
    if (known >= 0) return known;
    const value = roundValue(hash, length, round, half) & (size - 1);
    if (values !== null) values[at] = value;
    return value;
  };
  return (position) => {
    if (!Number.isSafeInteger(position) || position < 0 || position >= length)
      throw new RangeError('The position must be below the length.');
    if (length === 1) return 0;
    let value = position;
    do value = feistel(mix, size, value);
    while (value >= length);
    return value;
  };
}

function feistel(mix: (round: number, half: number) => number, size: number, value: number): number {
  let left = Math.floor(value / size);
  let right = value % size;
  for (let round = 0; round < ROUNDS; round += 1) {
    const mixed = left ^ mix(round, right);
    left = right;
    right = mixed;
  }
  return left * size + right;
}

function roundValue(hash: KeyedHash, length: number, round: number, half: number): number {
  // The length is hashed too: lists of different sizes under one key then have unrelated orders.
  const last = length - 1;
  const bytes = [round, last, half].flatMap((word) => [(word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
  const [a = 0, b = 0, c = 0, d = 0] = hash(Uint8Array.from(bytes));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
