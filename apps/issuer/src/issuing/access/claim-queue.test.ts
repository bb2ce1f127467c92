import { describe, expect, it } from 'vitest';
import type { ClaimOutcome, IdempotencyClaim } from '../../store/index.js';
import { claimQueue } from './claim-queue.js';

const claimOf = (key: string, issuerId = 'acme'): IdempotencyClaim => ({
  issuerId,
  owner: issuerId,
  key,
  requestHash: new Uint8Array(),
  holder: key,
});

function counted(outcome: (key: string) => ClaimOutcome = () => ({ outcome: 'claimed' })) {
  const asked: string[][] = [];
  const take = claimQueue(async (claims) => {
    asked.push(claims.map(({ key }) => key));
    await new Promise((resolve) => setImmediate(resolve));
    return claims.map(({ key }) => outcome(key));
  });
  return { take, asked };
}

describe('claims that come together', () => {
  it('are taken by one statement after the first, and each gets its own outcome', async () => {
    const { take, asked } = counted((key) => ({ outcome: key === 'b' ? 'other-request' : 'claimed' }));
    const outcomes = await Promise.all(['a', 'b', 'c'].map((key) => take(claimOf(key))));
    expect(asked).toEqual([['a'], ['b', 'c']]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['claimed', 'other-request', 'claimed']);
  });

  it('on one key are taken one after the other, and those of issuers apart', async () => {
    const { take, asked } = counted();
    await Promise.all([take(claimOf('a')), take(claimOf('b')), take(claimOf('b')), take(claimOf('c')), take(claimOf('d', 'globex'))]);
    expect(asked).toEqual([['a'], ['d'], ['b', 'c'], ['b']]);
  });

  it('fail together with their statement, and the next one goes', async () => {
    let fails = true;
    const take = claimQueue(async (claims) => {
      if (fails) throw new Error('lost');
      return claims.map(() => ({ outcome: 'claimed' }));
    });
    await expect(take(claimOf('a'))).rejects.toThrow('lost');
    fails = false;
    expect(await take(claimOf('a'))).toEqual({ outcome: 'claimed' });
  });
});
