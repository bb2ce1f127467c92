import { describeVerdict } from '@proofmark/messages';
import { describe, expect, it } from 'vitest';
import { check, ISSUER, ISSUER_DOCUMENT, issuerDocument, signed } from '../fixtures/badges.fixture.js';

// T11: who is suspended for using the name of another is confirmed by nobody.

const SINCE = '2027-01-15T00:00:00Z';
const suspended = (more: object = { suspended: SINCE, suspensionReason: 'It uses another name' }) => ({
  [ISSUER_DOCUMENT]: { ...issuerDocument(), ...more },
});

describe('an issuer that the operator of its platform has suspended', () => {
  it('is confirmed by no list, and the badge stays as genuine as its signature', async () => {
    const report = await check(await signed(), suspended(), { trustedIssuers: [ISSUER] });
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(report.checks.signature.outcome).toBe('passed');
    expect(report.checks['issuer-trusted']).toEqual({
      outcome: 'unknown',
      code: 'issuer-suspended',
      detail: { host: 'badges.example', date: SINCE, reason: 'It uses another name' },
    });
  });

  it('is told first, also to readers who have no list', async () => {
    const { text, todo } = describeVerdict(await check(await signed(), suspended()));
    expect(text).toMatch(/^The operator of its service \(badges\.example\) has suspended this issuer since .*2027/);
    expect(todo).toContain('Ask the operator');
  });

  it('is not meant by a member of that name that is no date', async () => {
    for (const odd of [true, 'yes', {}, ['2027-01-15T00:00:00Z'], null])
      expect((await check(await signed(), suspended({ suspended: odd }))).checks['issuer-trusted'].outcome).toBe('not-applicable');
  });
});
