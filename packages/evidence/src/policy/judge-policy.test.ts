import { describe, expect, it } from 'vitest';
import { judgePolicy, type PolicyItem } from './judge-policy.js';

const item = (more: Partial<PolicyItem> = {}): PolicyItem => ({ kind: 'repository', pinned: true, refused: false, ...more });
const codes = (...args: Parameters<typeof judgePolicy>): string[] => judgePolicy(...args).map(({ code, pointer }) => `${code} ${pointer}`);

describe('judgePolicy', () => {
  it('asks for nothing under none', () => {
    expect(judgePolicy('none', [])).toEqual([]);
    expect(judgePolicy('none', [item({ pinned: false })])).toEqual([]);
  });

  it('counts pieces', () => {
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

  it('demands a pin of each piece that counts, when it is required, and of no other', () => {
    const policy = { min: 1, kinds: ['repository'], pinned: 'required' } as const;
    const unpinned = item({ pinned: false });
    expect(codes(policy, [unpinned])).toEqual(['not-pinned /evidence/0/url']);
    expect(codes(policy, [item(), unpinned])).toEqual(['not-pinned /evidence/1/url']);
    expect(codes(policy, [item(), item({ kind: 'deployment', pinned: false })])).toEqual([]);
    for (const pinned of ['preferred', 'any'] as const) expect(judgePolicy({ min: 1, pinned }, [unpinned])).toEqual([]);
  });

  it('never counts a refused link, and reports it under every policy', () => {
    const refused = item({ kind: 'page', pinned: false, refused: true });
    expect(codes('none', [refused])).toEqual(['not-allowed /evidence/0/url']);
    expect(codes({ min: 1, pinned: 'required' }, [refused])).toEqual(['not-allowed /evidence/0/url', 'too-few /evidence']);
  });
});
