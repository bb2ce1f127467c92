import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration } from './duration.js';

const after = (start: string, duration: string): string => new Date(addDuration(Date.parse(start), duration)).toISOString();

describe('addDuration', () => {
  it.each([
    ['2026-01-31T09:00:00Z', 'P1M', '2026-02-28T09:00:00.000Z'],
    ['2024-02-29T00:00:00Z', 'P1Y', '2025-02-28T00:00:00.000Z'],
    ['2026-11-30T00:00:00Z', 'P3M', '2027-02-28T00:00:00.000Z'],
    ['2026-12-31T23:59:59Z', 'P1D', '2027-01-01T23:59:59.000Z'],
    ['2026-03-29T00:30:00Z', 'P2W', '2026-04-12T00:30:00.000Z'],
    ['2026-01-31T00:00:00Z', 'P1Y1M1D', '2027-03-01T00:00:00.000Z'],
  ])('adds to %s the duration %s and gives %s', (start, duration, end) => {
    expect(after(start, duration)).toBe(end);
  });

  it('is later than the start, for every duration that the API takes', () => {
    const times = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        times,
        fc.nat(99),
        fc.nat(1100),
        fc.nat(3000),
        fc.integer({ min: 1, max: 30_000 }),
        (start, years, months, weeks, days) => {
          expect(addDuration(start.getTime(), `P${years}Y${months}M${weeks}W${days}D`)).toBeGreaterThan(start.getTime());
        },
      ),
    );
  });
});
