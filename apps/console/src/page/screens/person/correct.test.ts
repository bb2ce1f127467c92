import type { CredentialSummary } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { changeOf, correctAll } from './correct.js';

const KNOWN = { name: 'Ada Lovelase', email: 'ada@example.org', externalId: '' };

describe('a correction', () => {
  it('says only what is different, and nothing where nothing is', () => {
    expect(changeOf(KNOWN, { ...KNOWN, name: ' Ada Lovelace ' })).toEqual({ name: 'Ada Lovelace' });
    expect(changeOf(KNOWN, { ...KNOWN, email: '' })).toBeNull();
  });

  it('is asked for badge by badge with a key of its own, in which no name stands, and stops at the first refusal', async () => {
    const asked: unknown[] = [];
    const ask = async (_: string, path: string, __: unknown, sending: { readonly once?: string } = {}) => {
      asked.push([path, sending.once]);
      return path.includes('/b/') ? { ok: false, problem: 'taken' } : { ok: true, value: { id: path } };
    };
    const badges = ['a', 'b', 'c'].map((id) => ({ id }) as CredentialSummary);
    const answer = await correctAll({ ask: ask as never }, badges, { name: 'Ada' }, 'w');
    expect(answer).toMatchObject({ ok: false, problem: 'taken' });
    expect(asked).toEqual([
      ['credentials/a/correct', 'w-a'],
      ['credentials/b/correct', 'w-b'],
    ]);
  });
});
