import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyedHash, permutation } from './permutation.js';

// T10: places of a list, each once and in no order that tells anything.

const keyed =
  (key: string): KeyedHash =>
  (data) =>
    createHmac('sha256', key).update(data).digest();

describe('permutation', () => {
  it('is a bijection for every key and length', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 700 }), (key, length) => {
        const seen = new Set(Array.from({ length }, (_, position) => position).map(permutation(keyed(key), length)));
        expect(seen.size).toBe(length);
        expect(Math.max(...seen)).toBe(length - 1);
        expect(Math.min(...seen)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
  it('is a bijection of a whole status list', () => {
    const length = 131_072;
    const hit = new Uint8Array(length);
    // A cheap keyed hash: a bijection must not depend on the hash being good.
    const weak: KeyedHash = (data) => {
      let state = 0x811c9dc5;
      for (const byte of data) state = Math.imul(state ^ byte, 0x01000193);
      return Uint8Array.of(state >>> 24, state >>> 16, state >>> 8, state);
    };
    const order = permutation(weak, length);
    for (let position = 0; position < length; position += 1) hit[order(position)] = 1;
    expect(hit.every((one) => one === 1)).toBe(true);
  });
  it('depends on the key and on the length, and is no simple order', () => {
    const order = (key: string, length: number) => Array.from({ length: 50 }, (_, position) => permutation(keyed(key), length)(position));
    expect(order('a', 131_072)).toEqual(order('a', 131_072));
    expect(order('a', 131_072)).not.toEqual(order('b', 131_072));
    expect(order('a', 131_072)).not.toEqual(order('a', 131_080));
    const steps = order('a', 131_072).map((value, index, all) => value - (all[index - 1] ?? 0));
    expect(new Set(steps).size).toBeGreaterThan(45);
  });
  it('gives the places that earlier releases gave', () => {
    const places = (length: number) => [0, 1, 2, 255, length - 1].map(permutation(keyed('k'), length));
    expect(places(131_072)).toEqual([116_131, 15_173, 124_507, 83_999, 108_760]);
    expect(places(1_000_000)).toEqual([751_861, 304_477, 757_152, 567_922, 873_230]);
    expect(places(2 ** 26)).toEqual([32_662_126, 3_698_701, 41_133_471, 59_727_103, 65_807_357]);
  });
  it('asks for each value of a round once', () => {
    let asked = 0;
    const order = permutation((data) => {
      asked += 1;
      return keyed('k')(data);
    }, 131_072);
    for (let position = 0; position < 5000; position += 1) order(position);
    expect(asked).toBeLessThanOrEqual(8 * 512);
  });
  it('spreads evenly over the sixteenths of the list', () => {
    const counts = new Array(16).fill(0);
    const order = permutation(keyed('k'), 131_072);
    for (let position = 0; position < 4096; position += 1) counts[Math.floor(order(position) / 8192)] += 1;
    // 256 each on average; six standard deviations are 93.
    expect(Math.min(...counts)).toBeGreaterThan(163);
    expect(Math.max(...counts)).toBeLessThan(349);
  });
  it('works to 2^32, and refuses larger lengths', () => {
    const length = 2 ** 32;
    expect(permutation(keyed('k'), length)(length - 1)).toBeLessThan(length);
    for (const [size, position] of [
      [0, 0],
      [1.5, 0],
      [length + 1, 0],
      [10, 10],
      [10, -1],
      [10, 0.5],
      [Number.NaN, 0],
    ] as const) {
      expect(() => permutation(keyed('k'), size)(position)).toThrow(RangeError);
    }
  });
});
