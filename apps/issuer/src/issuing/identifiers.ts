import { encodeHex } from '@proofmark/primitives';
import type { Clock, RandomSource } from './ports.js';

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
export function newId({ clock, random }: { readonly clock: Clock; readonly random: RandomSource }): string {
  const bytes = Uint8Array.from(random.bytes(16));
  const time = clock.now().getTime();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(time / 2 ** (8 * (5 - at))) % 256;
  return format(stamped(bytes, 7));
}

/** A random UUID (RFC 9562, 5.4), which tells nothing of when it was made. */
export function randomUuid(random: RandomSource): string {
  return format(stamped(random.bytes(16), 4));
}
