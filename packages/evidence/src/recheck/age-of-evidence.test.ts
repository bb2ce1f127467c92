import { describe, expect, it } from 'vitest';
import { ageOfEvidence } from './age-of-evidence.js';

const badge = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' };
const at = (text: string): number => Date.parse(text);

describe('ageOfEvidence', () => {
  it.each([
    ['work of the day on which the badge begins', '2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z', 'current'],
    ['three years later, to the second', '2026-01-01T00:00:00Z', '2028-12-31T18:00:00Z', 'current'],
    ['one second more', '2026-01-01T00:00:00Z', '2028-12-31T18:00:01Z', 'ageing'],
    ['work that was three years old already', '2022-12-01T00:00:00Z', '2026-01-01T00:00:00Z', 'ageing'],
    ['work whose last change nobody knows', null, '2028-12-31T18:00:01Z', 'ageing'],
    ['work with a date that cannot be read', 'yesterday', '2027-01-01T00:00:00Z', 'current'],
    ['the last second of the badge', '2025-12-01T00:00:00Z', '2030-01-01T00:00:00Z', 'ageing'],
    ['a badge that has ended', '2029-12-31T00:00:00Z', '2030-01-01T00:00:01Z', 'expired'],
  ] as const)('%s', (_, changedAt, now, age) => {
    expect(ageOfEvidence({ ...badge, changedAt }, at(now))).toBe(age);
  });

  it('returns null for a badge without an end, or with dates that make no period', () => {
    const now = at('2027-01-01T00:00:00Z');
    expect(ageOfEvidence({ ...badge, validUntil: null, changedAt: null }, now)).toBeNull();
    expect(ageOfEvidence({ ...badge, validFrom: null, changedAt: null }, now)).toBeNull();
    expect(ageOfEvidence({ ...badge, validUntil: 'soon', changedAt: null }, now)).toBeNull();
    expect(ageOfEvidence({ ...badge, validUntil: '2025-01-01T00:00:00Z', changedAt: null }, now)).toBeNull();
  });
});
