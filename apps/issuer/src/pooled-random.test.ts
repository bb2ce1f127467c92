import { describe, expect, it } from 'vitest';
import { pooledRandom } from './pooled-random.js';

/** Fills with a counter, so that every byte says when it was drawn. */
function counted() {
  let next = 0;
  let fills = 0;
  const fill = (pool: Uint8Array): void => {
    fills += 1;
    for (let at = 0; at < pool.length; at += 1) pool[at] = (next + at + 1) % 251;
    next += pool.length;
  };
  return { random: pooledRandom(fill), fills: () => fills };
}

describe('random bytes from a pool', () => {
  it('are each given out once, and drawn many at a time', () => {
    const { random, fills } = counted();
    const given = Array.from({ length: 512 }, () => [...random.bytes(16)]).flat();
    expect(fills()).toBe(1);
    expect(given).toEqual(Array.from({ length: 8192 }, (_, at) => (at + 1) % 251));
    expect(random.bytes(1)[0]).toBe(8193 % 251);
    expect(fills()).toBe(2);
  });

  it('that are left at the end are not mixed with new ones', () => {
    const { random } = counted();
    for (let drawn = 0; drawn < 8190; drawn += 30) random.bytes(30);
    expect([...random.bytes(4)]).toEqual([1, 2, 3, 4].map((nth) => (8192 + nth) % 251));
  });

  it("belong to whoever asked: a change of them changes nobody else's", () => {
    const random = pooledRandom();
    const first = random.bytes(16);
    const second = random.bytes(16);
    const before = [...second];
    first.fill(0);
    expect([...second]).toEqual(before);
    expect(random.bytes(100_000)).toHaveLength(100_000);
    expect(new Set(Array.from({ length: 2000 }, () => random.bytes(8).join())).size).toBe(2000);
  });
});
