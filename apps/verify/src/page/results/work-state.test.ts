import type { EvidenceReport, Report } from '@proofmark/schemas';
import { expect, it } from 'vitest';
import { reportOf } from '../../../../../tests/support/reports.js';
import { workStateOf } from './work-state.js';

const NONE = { pinned: 'yes', kept: 'no', theirs: 'no' } as const;

/** A badge over as many pieces of work as there are answers. */
function over(answers: readonly EvidenceReport['sameBytes'][], verdict: Report['verdict'] = 'genuine-issuer-unknown'): Report {
  const ids = answers.map((_, index) => `https://work.example/${index}`);
  const work = { name: null, narrative: null, genre: null, mediaType: null, digestMultibase: null };
  return {
    ...reportOf(verdict, { evidence: ids.map((id) => ({ ...work, id })) }),
    evidence: answers.map((sameBytes, index) => ({ ...NONE, id: ids[index] ?? null, sameBytes })),
  };
}

it.each([
  [[], { state: 'none', count: 0, some: 0 }],
  [['matches', 'matches'], { state: 'matches', count: 2, some: 2 }],
  [['matches', 'changed', 'gone'], { state: 'changed', count: 3, some: 1 }],
  [['matches', 'gone'], { state: 'gone', count: 2, some: 1 }],
  [['matches', 'not-checked'], { state: 'partly', count: 2, some: 1 }],
  [['private', 'private'], { state: 'private', count: 2, some: 2 }],
  [['private', 'not-checked'], { state: 'open', count: 2, some: 0 }],
] as const)('sums up %j as what is known to be wrong before what is not known', (answers, expected) => {
  expect(workStateOf(over(answers), false)).toEqual(expected);
});

it('does not say that there is none where its holder may have left it out', () => {
  const none = over([]);
  const partial: Report = { ...none, checks: { ...none.checks, evidence: { outcome: 'not-applicable', reason: 'may-be-withheld' } } };
  expect(workStateOf(partial, false)).toEqual({ state: 'withheld', count: 0, some: 0 });
});

it('is being looked at only until the first piece has an answer', () => {
  expect(workStateOf(over(['not-checked']), true).state).toBe('looking');
  const seen = over(['matches']);
  expect(workStateOf({ ...seen, evidence: seen.evidence.map((one) => ({ ...one, checkedAt: '2026-11-29T00:00:00Z' })) }, true).state).toBe(
    'matches',
  );
});

it.each(['do-not-rely', 'unfinished', 'test'] as const)('says of a badge that does not hold (%s) that nobody looked', (verdict) => {
  expect(workStateOf(over(['not-checked'], verdict), true).state).toBe('skipped');
});
