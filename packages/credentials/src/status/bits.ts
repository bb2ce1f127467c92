import { decodeBase64url, encodeBase64url } from '@proofmark/primitives';
import type { MaybePromise } from '@proofmark/schemas';
import { andThen } from '../maybe.js';

/** The least number of entries of a status list, so that a fetch reveals little about which badge is checked (Bitstring Status List 1.0, 6.1). */
export const MIN_LIST_LENGTH = 131_072;

/** The bits of a status list. Index 0 is the most significant bit of the first byte (Bitstring Status List 1.0, 3.2). */
export interface StatusBits {
  /** The number of bits. */
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** A list of unset bits. RangeError unless `length` is a multiple of 8 and at least `MIN_LIST_LENGTH`. */
export function createBits(length: number = MIN_LIST_LENGTH): StatusBits {
  if (!Number.isSafeInteger(length) || length < MIN_LIST_LENGTH || length % 8 !== 0) {
    throw new RangeError(`A status list has at least ${MIN_LIST_LENGTH} entries, a multiple of 8.`);
  }
  return { length, bytes: new Uint8Array(length / 8) };
}

/** Whether a bit is set; null when the index is none of this list. */
export function getBit(bits: StatusBits, index: number): boolean | null {
  const value = statusAt(bits, index, 1);
  return value === null ? null : value === 1;
}

/** The value of an entry that is `size` bits wide, most significant bit first; null when it does not lie in the list. `size` is 1 to 32. */
export function statusAt(bits: StatusBits, index: number, size: number): number | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || size < 1 || size > 32) return null;
  const start = index * size;
  if (!Number.isSafeInteger(start) || start + size > bits.length) return null;
  let value = 0;
  for (let at = start; at < start + size; at += 1) value = value * 2 + (((bits.bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
  return value;
}

/** Sets or clears a bit in place. RangeError for an index outside the list. */
export function setBit(bits: StatusBits, index: number, value: boolean): void {
  if (getBit(bits, index) === null) throw new RangeError('The index lies outside the status list.');
  const mask = 0x80 >> (index & 7);
  const byte = bits.bytes[index >> 3] ?? 0;
  bits.bytes[index >> 3] = value ? byte | mask : byte & ~mask;
}

/** The `encodedList` of a status list: `u`, then base64url without padding of the gzip of the bits. */
export function encodeList(bits: StatusBits, gzip: (data: Uint8Array) => MaybePromise<Uint8Array>): MaybePromise<string> {
  return andThen(gzip(bits.bytes), (data) => `u${encodeBase64url(data)}`);
}

/** Why an `encodedList` could not be read. */
export type ListFault = 'not-multibase' | 'not-base64url' | 'not-gzip-or-too-large' | 'too-short';

export type DecodedList = { readonly ok: true; readonly bits: StatusBits } | { readonly ok: false; readonly code: ListFault };

export interface DecodeOptions {
  /** The most bytes that the list may have after decompression. */
  readonly maxBytes: number;
  /** The least number of bits; `MIN_LIST_LENGTH` unless an ecosystem set another. */
  readonly minLength?: number;
  /** False for StatusList2021, whose list has no multibase prefix. */
  readonly multibase?: boolean;
}

/**
 * Reads an `encodedList`. `gunzip` answers null for what is no gzip or would exceed its limit.
 * Never throws for what the text contains.
 */
export function decodeList(
  text: string,
  gunzip: (data: Uint8Array, maxBytes: number) => MaybePromise<Uint8Array | null>,
  { maxBytes, minLength = MIN_LIST_LENGTH, multibase = true }: DecodeOptions,
): MaybePromise<DecodedList> {
  if (multibase && !text.startsWith('u')) return { ok: false, code: 'not-multibase' };
  const data = decodeBase64url(multibase ? text.slice(1) : text);
  if (data === null) return { ok: false, code: 'not-base64url' };
  return andThen(gunzip(data, maxBytes), (bytes): DecodedList => {
    if (bytes === null || bytes.length > maxBytes) return { ok: false, code: 'not-gzip-or-too-large' };
    if (bytes.length * 8 < minLength) return { ok: false, code: 'too-short' };
    return { ok: true, bits: { length: bytes.length * 8, bytes } };
  });
}
