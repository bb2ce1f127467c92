import { encodeHex } from '@proofmark/primitives';
import type { IssuerRecord } from '../store/index.js';
import type { IdSource, RandomSource } from './ports.js';

function format(bytes: Uint8Array): string {
  const hex = encodeHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function stamped(bytes: Uint8Array, version: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[6] = ((copy[6] ?? 0) & 0x0f) | (version << 4);
  copy[8] = ((copy[8] ?? 0) & 0x3f) | 0x80;
  return copy;
}

/** A new id of one of our things: a UUIDv7 (RFC 9562, 5.7), which sorts by the time it was made. */
export function newId({ clock, random }: IdSource): string {
  const bytes = Uint8Array.from(random.bytes(16));
  const time = clock.now().getTime();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(time / 2 ** (8 * (5 - at))) % 256;
  return format(stamped(bytes, 7));
}

/**
 * As `newId`, for what has an address of its own: its last 32 bits are the number of its issuer, so that the address leads to the issuer without a
 * search. 42 random bits and the millisecond remain.
 */
export function newPublicId(ids: IdSource, { number }: Pick<IssuerRecord, 'number'>): string {
  return newId(ids).slice(0, -8) + number.toString(16).padStart(8, '0');
}

/** A new number for an issuer: 32 random bits, which tell nothing of how many issuers there are. */
export function newIssuerNumber(random: RandomSource): number {
  return random.bytes(4).reduce((number, byte) => number * 256 + byte, 0);
}

/** A UUID that follows from the first 16 of these bytes (RFC 9562, 5.8). */
export function customUuid(bytes: Uint8Array): string {
  return format(stamped(bytes.subarray(0, 16), 8));
}

/** A random UUID (RFC 9562, 5.4), which tells nothing of when it was made. */
export function randomUuid(random: RandomSource): string {
  return format(stamped(random.bytes(16), 4));
}
