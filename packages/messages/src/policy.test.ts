import type { EvidencePolicy } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { messages as texts } from './compiled/policy/en.js';
import { policySentence } from './policy.js';

const said = (policy: EvidencePolicy): string => policySentence(policy, texts, 'en');

describe('an evidence policy in words', () => {
  it('says plainly when nothing is asked for', () => {
    expect(said('none')).toContain('asks for no work');
  });

  it('says how many, which, how fast, whose and how old', () => {
    const text = said({ min: 2, kinds: ['repository', 'video'], pinned: 'required', authorship: 'required', maxAge: 'P1Y6M' });
    expect(text).toContain('at least 2 pieces of work (source code or a video)');
    expect(text).toContain('Every piece has a fixed version');
    expect(text).toContain('Something ties every piece to the person');
    expect(text).toContain('No piece is older than 1 year and 6 months');
  });

  it('does not speak of what is not asked for', () => {
    expect(said({ min: 1 })).toBe(
      'Each badge carries at least one piece of work. Each piece has a fixed version where that is possible. The badge’s page says where it has none.',
    );
    expect(said({ min: 1, authorship: 'recommended', maxAge: 'P0Y90D' })).toMatch(/Where something ties.*older than 90 days/);
  });
});
