import { CHECK_IDS, type CheckId, type Checks, type Outcome } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict.js';

const PASSED: Outcome = { outcome: 'passed' };
const FAILED: Outcome = { outcome: 'failed', code: 'expired' };
const UNKNOWN: Outcome = { outcome: 'unknown', code: 'offline' };
const NONE: Outcome = { outcome: 'not-applicable', reason: 'not-asked' };

const checks = (some: Partial<Checks>): Checks => ({
  ...(Object.fromEntries(CHECK_IDS.map((id) => [id, PASSED])) as unknown as Checks),
  'issuer-trusted': NONE,
  ...some,
});

describe('the verdict', () => {
  it.each([
    ['shape', FAILED, 'do-not-rely'],
    ['signature', FAILED, 'do-not-rely'],
    ['issuer-binding', FAILED, 'do-not-rely'],
    ['key-authorised', FAILED, 'do-not-rely'],
    ['claims', FAILED, 'do-not-rely'],
    ['revoked', FAILED, 'do-not-rely'],
    ['format', FAILED, 'unreadable'],
    ['schema', FAILED, 'unreadable'],
    ['format', UNKNOWN, 'unfinished'],
    ['shape', UNKNOWN, 'unfinished'],
    ['issuer-resolved', UNKNOWN, 'unfinished'],
    ['issuer-binding', UNKNOWN, 'unfinished'],
    ['key-authorised', UNKNOWN, 'unfinished'],
    ['signature', UNKNOWN, 'unfinished'],
    ['claims', UNKNOWN, 'unfinished'],
    ['valid-from', FAILED, 'no-longer-current'],
    ['valid-until', FAILED, 'no-longer-current'],
    ['suspended', FAILED, 'no-longer-current'],
    ['status-list', UNKNOWN, 'unfinished'],
    ['revoked', UNKNOWN, 'unfinished'],
    ['suspended', UNKNOWN, 'unfinished'],
  ] as const)('follows from %s %o: %s', (id, outcome, verdict) => {
    expect(verdictOf(checks({ [id]: outcome }))).toEqual({ verdict, because: [id] });
  });

  it.each(['evidence', 'endorsements', 'recipient', 'refresh', 'issuer-domain', 'issuer-trusted'] as const)(
    'is never changed by %s',
    (id) => {
      for (const outcome of [FAILED, UNKNOWN, NONE]) expect(verdictOf(checks({ [id]: outcome })).verdict).toBe('genuine-issuer-unknown');
    },
  );

  it('is confirmed by the reader’s list alone, and names the checks that decided it', () => {
    const { verdict, because } = verdictOf(checks({ 'issuer-trusted': PASSED }));
    expect(verdict).toBe('genuine-issuer-confirmed');
    expect(because).toEqual(expect.arrayContaining(['signature', 'issuer-binding', 'issuer-trusted']));
    expect(because).not.toContain('evidence');
  });

  it('follows the order of the rules', () => {
    const all: Partial<Checks> = { 'status-list': UNKNOWN };
    const steps: readonly (readonly [CheckId, Outcome, string])[] = [
      ['valid-until', FAILED, 'no-longer-current'],
      ['signature', UNKNOWN, 'unfinished'],
      ['schema', FAILED, 'unreadable'],
      ['revoked', FAILED, 'do-not-rely'],
    ];
    const seen: Partial<Record<CheckId, Outcome>> = { ...all };
    for (const [id, outcome, verdict] of steps) {
      seen[id] = outcome;
      expect(verdictOf(checks(seen))).toEqual({ verdict, because: [id] });
    }
  });

  it('is genuine only when no relevant check failed or is unknown', () => {
    const outcome = fc.oneof({ weight: 12, arbitrary: fc.constant(PASSED) }, fc.constantFrom(FAILED, UNKNOWN, NONE));
    const other = ['evidence', 'endorsements', 'recipient', 'refresh', 'issuer-domain', 'issuer-trusted'];
    fc.assert(
      fc.property(fc.tuple(...CHECK_IDS.map(() => outcome)), (outcomes) => {
        const record = Object.fromEntries(CHECK_IDS.map((id, i) => [id, outcomes[i]])) as unknown as Checks;
        const { verdict, because } = verdictOf(record);
        const clean = CHECK_IDS.every((id) => other.includes(id) || ['passed', 'not-applicable'].includes(record[id].outcome));
        if (verdict.startsWith('genuine')) expect(clean).toBe(true);
        expect(because.every((id) => record[id].outcome !== 'not-applicable')).toBe(true);
      }),
      // One outcome of 19 alone: too rare among a hundred arbitrary records.
      { numRuns: 2000 },
    );
  });
});
