import { describeCheck, describeVerdict } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, LIST, STATUS, statusList, unsigned } from '../fixtures/badges.fixture.js';
import { disclosed } from '../fixtures/selective-disclosure.fixture.js';

/** The badge as a holder shows it: what is mandatory, and what the pointers add. */
async function shown(...selectivePointers: readonly string[]): Promise<JsonObject> {
  const credential = unsigned({ validUntil: '2026-12-31T00:00:00Z', credentialStatus: STATUS });
  return disclosed(credential, ['/issuer', '/validFrom', '/name', '/credentialSubject'], selectivePointers);
}

describe('a badge with selective disclosure', () => {
  it('has a headline that says that absent members may be withheld', async () => {
    const report = await check(await shown('/id'));
    expect(report.verdict).toBe('genuine-issuer-unknown');
    const absent = ['valid-until', 'status-list', 'revoked', 'suspended', 'evidence', 'refresh', 'endorsements'] as const;
    expect(absent.map((id) => codes(report)[id])).toEqual(absent.map(() => 'may-be-withheld'));
    expect(describeVerdict(report).text).toContain('nobody can see from it whether it was withdrawn; its holder may have left one out');
    expect(describeVerdict(report).text).toContain('shows no end date, but its holder may have left one out');
    expect(describeCheck('evidence', report.checks.evidence).happened).toContain('its holder may have left some out');
    expect(report.badge?.hasStatus).toBe(false);
  });

  it('is judged by the disclosed members that count against it', async () => {
    const expired = await check(await shown('/id', '/validUntil'));
    expect([expired.verdict, expired.because]).toEqual(['no-longer-current', ['valid-until']]);
    const revoked = await check(await shown('/id', '/credentialStatus'), { [LIST]: await statusList({ set: [94567] }) });
    expect([revoked.verdict, revoked.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it('is not relied on when a disclosed member was changed or removed', async () => {
    const part = await shown('/id', '/validUntil');
    expect((await check({ ...part, validUntil: '2030-12-31T00:00:00Z' })).verdict).toBe('do-not-rely');
    const { validUntil: _, ...less } = part;
    expect((await check(less)).verdict).toBe('do-not-rely');
  });
});
