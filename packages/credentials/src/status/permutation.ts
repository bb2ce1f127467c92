/** A keyed pseudo-random function, such as HMAC-SHA-256 with the list's secret. It must answer at least four bytes. */
export type KeyedHash = (data: Uint8Array) => Uint8Array;

const ROUNDS = 8;
const MAX_LENGTH = 2 ** 32;

/**
 * Where position `position` of a counter lands in a random order of the numbers below `length`.
 * For one key and length this is a bijection: a counter that never repeats gives indexes that never repeat, without a table
 * of those taken, and without the key an index does not reveal when the badge was issued (Bitstring Status List 1.0, 5.1).
 *
 * A balanced Feistel network over the smallest even number of bits that holds `length`, walked along its cycle until the
 * result is below `length`: fewer than four steps on average, since the domain is less than four times as large.
 * RangeError when `length` is not 1 to 2³², or `position` not below it.
 */
export function permute(hash: KeyedHash, length: number, position: number): number {
  if (!Number.isSafeInteger(length) || length < 1 || length > MAX_LENGTH) throw new RangeError('The length must be 1 to 2^32.');
  if (!Number.isSafeInteger(position) || position < 0 || position >= length) throw new RangeError('The position must be below the length.');
  if (length === 1) return 0;
  const halfBits = Math.ceil(Math.ceil(Math.log2(length)) / 2);
  let value = position;
  do value = feistel(hash, length, halfBits, value);
  while (value >= length);
  return value;
}

function feistel(hash: KeyedHash, length: number, halfBits: number, value: number): number {
  const size = 2 ** halfBits;
  let left = Math.floor(value / size);
  let right = value % size;
  for (let round = 0; round < ROUNDS; round += 1) {
    const mixed = (left ^ roundValue(hash, length, round, right)) & (size - 1);
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
