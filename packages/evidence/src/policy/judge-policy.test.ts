import type { EvidencePolicy } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { advise, judgePolicy as judge, type PolicyItem } from './judge-policy.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const USUAL: PolicyItem = { kind: 'repository', pinned: true, refused: false, theirs: false, changedAt: null, seen: true };
const item = (more: Partial<PolicyItem> = {}): PolicyItem => ({ ...USUAL, ...more });
const judgePolicy = (policy: EvidencePolicy, items: readonly PolicyItem[]): ReturnType<typeof judge> => judge(policy, items, NOW);
const codes = (...args: Parameters<typeof judgePolicy>): string[] => judgePolicy(...args).map(({ code, pointer }) => `${code} ${pointer}`);

describe('judgePolicy', () => {
  it('requires nothing under the policy none', () => {
    expect(judgePolicy('none', [])).toEqual([]);
    expect(judgePolicy('none', [item({ pinned: false })])).toEqual([]);
  });

  it('counts the evidence', () => {
    expect(codes({ min: 1 }, [])).toEqual(['too-few /evidence']);
    expect(codes({ min: 2 }, [item()])).toEqual(['too-few /evidence']);
    expect(judgePolicy({ min: 2 }, [item(), item({ kind: 'video' })])).toEqual([]);
  });

  it('counts only the kinds that are asked for, and names those that do not count', () => {
    const policy = { min: 1, kinds: ['repository', 'document'] } as const;
    expect(codes(policy, [item({ kind: 'video' })])).toEqual(['too-few /evidence', 'wrong-kind /evidence/0']);
    expect(judgePolicy(policy, [item({ kind: 'video' })])[0]?.detail).toContain('repository, document; 0 given');
    expect(judgePolicy(policy, [item({ kind: 'video' }), item({ kind: 'document' })])).toEqual([]);
  });

  it('demands a pin for each piece that counts, when it is required, and for no other', () => {
    const policy = { min: 1, kinds: ['repository'], pinned: 'required' } as const;
    const unpinned = item({ pinned: false });
    expect(codes(policy, [unpinned])).toEqual(['not-pinned /evidence/0/url']);
    expect(codes(policy, [item(), unpinned])).toEqual(['not-pinned /evidence/1/url']);
    expect(codes(policy, [item(), item({ kind: 'deployment', pinned: false })])).toEqual([]);
    for (const pinned of ['preferred', 'any'] as const) expect(judgePolicy({ min: 1, pinned }, [unpinned])).toEqual([]);
  });

  it('says why work was not read where it has to be pinned, and not that its link names no version', () => {
    const unseen = (reason: string) => item({ pinned: false, unseen: { reason, retryable: false } });
    const policy = { min: 1, pinned: 'required' } as const;
    for (const [reason, said] of [
      ['repository-not-found', /not there or not public/],
      ['repository-private', /not there or not public/],
      ['not-public', /not there or not public/],
      ['commit-not-found', /does not have this commit/],
      ['timeout', /took too long/],
      ['doi-not-a-version', /newest/],
      ['something-new', /could not be read: something-new/],
    ] as const) {
      const [missing] = judgePolicy(policy, [unseen(reason)]);
      expect(missing).toMatchObject({ pointer: '/evidence/0/url', code: 'not-seen', detail: expect.stringMatching(said) });
    }
    expect(judgePolicy({ min: 1 }, [unseen('timeout')])).toEqual([]);
  });

  it('never counts a refused link, and reports it under every policy', () => {
    const refused = item({ kind: 'page', pinned: false, refused: true });
    expect(codes('none', [refused])).toEqual(['not-allowed /evidence/0/url']);
    expect(codes({ min: 1, pinned: 'required' }, [refused])).toEqual(['not-allowed /evidence/0/url', 'too-few /evidence']);
  });

  it('demands authorship for each piece that counts, when it is required', () => {
    const policy = { min: 1, kinds: ['repository'], authorship: 'required' } as const;
    const others = item({ kind: 'video' });
    expect(codes(policy, [item(), others])).toEqual(['not-theirs /evidence/0']);
    expect(codes(policy, [item({ theirs: true }), others])).toEqual([]);
    for (const authorship of ['recommended', 'any'] as const) expect(codes({ min: 1, authorship }, [item()])).toEqual([]);
  });

  it('only advises where authorship is recommended', () => {
    const policy = { min: 1, kinds: ['repository'], authorship: 'recommended' } as const;
    const items = [item(), item({ theirs: true }), item({ kind: 'video' }), item({ refused: true })];
    expect(advise(policy, items).map(({ pointer, code }) => [pointer, code])).toEqual([['/evidence/0', 'not-theirs']]);
    for (const none of ['none', { min: 1 }, { min: 1, authorship: 'required' }] as const) expect(advise(none, items)).toEqual([]);
  });

  it.each([
    ['the date of the work, to the second', '2025-11-22T09:00:00Z', true, []],
    ['one second more', '2025-11-22T08:59:59Z', true, ['too-old /evidence/0']],
    ['a date in the future, which the work claims for itself', '2031-01-01T00:00:00Z', false, []],
    ['no date of its own, but seen today', null, true, []],
    ['no date at all', null, false, ['age-unknown /evidence/0']],
    ['a date that is none', 'yesterday', false, ['age-unknown /evidence/0']],
  ])('measures age by %s', (_, changedAt, seen, expected) => {
    expect(codes({ min: 1, maxAge: 'P1Y' }, [item({ changedAt, seen })])).toEqual(expected);
  });

  it('does not measure the age of what does not count', () => {
    const old = item({ kind: 'video', changedAt: '2001-01-01T00:00:00Z' });
    expect(codes({ min: 1, kinds: ['repository'], maxAge: 'P1Y' }, [item(), old])).toEqual([]);
  });
});
