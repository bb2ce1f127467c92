import { randomFillSync } from 'node:crypto';
import type { RandomSource } from './issuing/ports.js';

/** Bytes that are drawn at a time. */
const POOL = 8192;

/**
 * Random bytes of the operating system, drawn many at a time: a badge needs some six short texts of them, and to draw one costs as much as to draw a
 * thousand. What was given out is overwritten here.
 */
export function pooledRandom(fill: (pool: Uint8Array) => unknown = randomFillSync): RandomSource {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  return {
    bytes(length) {
      if (length > POOL / 8) {
        const bytes = new Uint8Array(length);
        fill(bytes);
        return bytes;
      }
      if (used + length > POOL) {
        fill(pool);
        used = 0;
      }
      const bytes = pool.slice(used, used + length);
      pool.fill(0, used, used + length);
      used += length;
      return bytes;
    },
  };
}
