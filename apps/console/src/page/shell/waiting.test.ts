import type { Issuer } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../api.js';
import { shownCount, WaitingCount } from './waiting.js';

const issuer = (id: string) => ({ id }) as Issuer;
const answering =
  (decidable: readonly boolean[], next: string | null = null): Ask =>
  async <T>() => ({ ok: true, value: { data: decidable.map((one) => ({ decidable: one })), next } as T });

describe('the number of badges that wait', () => {
  it('counts those that this person may decide, and tells that there may be more', async () => {
    let told = 0;
    const waiting = new WaitingCount(() => (told += 1));
    await waiting.count({ ask: answering([true, false, true], 'next'), issuer: issuer('one'), may: () => true });
    expect([waiting.at('one'), waiting.at('two'), told]).toEqual([{ count: 2, more: true }, null, 1]);
    expect(shownCount({ count: 2, more: true })).toBe('2+');
  });

  it('asks nothing for who decides nothing', async () => {
    const waiting = new WaitingCount(() => expect.fail('nothing was counted'));
    const ask: Ask = () => expect.fail('nothing is asked');
    await waiting.count({ ask, issuer: issuer('one'), may: () => false });
    expect(waiting.at('one')).toBeNull();
  });

  it('forgets an answer that comes after another issuer was chosen', async () => {
    const waiting = new WaitingCount(() => {});
    let answer: (value: unknown) => void = () => {};
    const slow = (() =>
      new Promise<unknown>((resolve) => {
        answer = resolve;
      })) as Ask;
    const first = waiting.count({ ask: slow, issuer: issuer('one'), may: () => true });
    await waiting.count({ ask: answering([true]), issuer: issuer('two'), may: () => true });
    answer({ ok: true, value: { data: [{ decidable: true }, { decidable: true }], next: null } });
    await first;
    expect([waiting.at('one'), waiting.at('two')]).toEqual([null, { count: 1, more: false }]);
  });
});
