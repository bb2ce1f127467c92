import { english } from '@proofmark/messages/card';
import { CHECK_IDS, type Checks, type Outcome, type Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { cautionOf } from './caution.js';

const report = (verdict: Report['verdict'], changed: Partial<Record<keyof Checks, Outcome>>): Report =>
  ({ verdict, checks: { ...Object.fromEntries(CHECK_IDS.map((id) => [id, { outcome: 'passed' }])), ...changed } }) as Report;

describe('the caution before the text of a badge', () => {
  it('is absent when the signature covers the text, also for a withdrawn or expired badge', () => {
    expect(cautionOf(report('genuine-issuer-unknown', {}), english)).toBeNull();
    expect(cautionOf(report('do-not-rely', { revoked: { outcome: 'failed', code: 'revoked' } }), english)).toBeNull();
    expect(cautionOf(report('no-longer-current', { 'valid-until': { outcome: 'failed', code: 'expired' } }), english)).toBeNull();
  });

  it.each(['shape', 'signature', 'issuer-binding'] as const)('mentions alteration when %s failed', (id) => {
    expect(cautionOf(report('do-not-rely', { [id]: { outcome: 'failed', code: 'signature-invalid' } }), english)).toBe(english.claimed);
  });

  it('mentions a claim while the signature is unknown', () => {
    const unanswered = report('unfinished', { signature: { outcome: 'unknown', code: 'issuer-unreachable' } });
    expect(cautionOf(unanswered, english)).toBe(english.unconfirmed);
  });
});
