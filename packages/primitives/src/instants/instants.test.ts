import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate, isDateTime, parseDateTimeZ } from './date-time.js';
import { CLOCK_SKEW, formatInstant, isCanonicalInstant, isEarly, parseInstant } from './instants.js';

describe('parseDateTimeZ', () => {
  it.each([
    ['2026-11-22T09:00:00Z', Date.UTC(2026, 10, 22, 9)],
    ['2026-11-22T10:30:00+01:30', Date.UTC(2026, 10, 22, 9)],
    ['2024-02-29T00:00:00.5Z', Date.UTC(2024, 1, 29, 0, 0, 0, 500)],
    ['2024-02-29T00:00:00.123456789Z', Date.UTC(2024, 1, 29, 0, 0, 0, 123)],
  ])('%s is an instant', (text, instant) => {
    expect(parseDateTimeZ(text)).toBe(instant);
  });
  it.each([
    '2026-11-22T09:00:00',
    '2026-11-22',
    '2023-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+14:01',
    '2026-01-01T00:00:00+0100',
    '2026-01-01t00:00:00z',
    '2026-01-01 00:00:00Z',
    ' 2026-01-01T00:00:00Z',
    '+12026-01-01T00:00:00Z',
    '',
  ])('%j is none', (text) => {
    expect(parseDateTimeZ(text)).toBe(null);
  });
  it('reads what formatInstant writes, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1971), max: Date.UTC(9999) }), (instant) => {
        expect(parseDateTimeZ(formatInstant(instant))).toBe(Math.floor(instant / 1000) * 1000);
      }),
    );
  });
  it('goes without a zone only where that is asked for', () => {
    expect(isDateTime('2026-11-22T09:00:00')).toBe(true);
    expect(isDate('2026-11-22')).toBe(true);
    expect(isDate('2026-11-31')).toBe(false);
  });
});

describe('formatInstant', () => {
  it('refuses instants outside the years 1 to 9999', () => {
    expect(formatInstant(-1)).toBe('1969-12-31T23:59:59Z');
    for (const instant of [Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000])
      expect(() => formatInstant(instant)).toThrow(RangeError);
  });
});

describe('parseInstant', () => {
  it('reads back what formatInstant wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (seconds) => {
        expect(parseInstant(formatInstant(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });

  it('accepts each instant in one spelling only', () => {
    const part = (min: number, max: number) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(part(0, 14), part(0, 33), part(0, 26), part(0, 62), (month, day, hour, minute) => {
        const text = `2026-${month}-${day}T${hour}:${minute}:00Z`;
        const time = parseInstant(text);
        if (time !== null) expect(formatInstant(time)).toBe(text);
        expect(isCanonicalInstant(text)).toBe(time !== null);
      }),
    );
  });

  it.each(['2026-02-30T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00+00:00', '2026-01-01', ''])(
    'refuses %j',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});

it('lets something begin one minute before the clock of the reader says so, and no sooner', () => {
  expect(isEarly(CLOCK_SKEW, 0)).toBe(false);
  expect(isEarly(CLOCK_SKEW + 1, 0)).toBe(true);
});
