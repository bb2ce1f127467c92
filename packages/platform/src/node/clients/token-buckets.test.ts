import { describe, expect, it } from 'vitest';
import { tokenBuckets } from './token-buckets.js';

describe('token buckets', () => {
  it('allow a burst, and then so many a second, to each client', () => {
    let now = 0;
    const buckets = tokenBuckets({ capacity: 3, perSecond: 2, clock: () => now });
    const allowed = (client: string): boolean => buckets.take(client).allowed;
    expect([allowed('a'), allowed('a'), allowed('a'), allowed('a'), allowed('b')]).toEqual([true, true, true, false, true]);
    expect(buckets.take('a')).toEqual({ allowed: false, remaining: 0, retryAfter: 1, reset: 2 });
    now = 500;
    expect([allowed('a'), allowed('a')]).toEqual([true, false]);
    now = 1_000_000;
    expect(buckets.take('a')).toEqual({ allowed: true, remaining: 2, retryAfter: 0, reset: 1 });
  });

  it('take what was used already as a debt, which has a bound', () => {
    let now = 0;
    const buckets = tokenBuckets({ capacity: 100, perSecond: 10, clock: () => now });
    buckets.charge('a', 150);
    expect(buckets.left('a')).toBe(-50);
    expect(buckets.take('a')).toMatchObject({ allowed: false, retryAfter: 6 });
    buckets.charge('a', 1_000_000);
    expect(buckets.left('a')).toBe(-100);
    now = 10_100;
    expect(buckets.take('a')).toMatchObject({ allowed: true });
  });

  it('forget who was not heard of for longest', () => {
    const buckets = tokenBuckets({ capacity: 1, perSecond: 0.001, clients: 2, clock: () => 0 });
    for (const client of ['a', 'b', 'a', 'c']) buckets.take(client);
    expect([buckets.left('a'), buckets.left('b'), buckets.left('c')]).toEqual([0, 1, 0]);
  });
});
