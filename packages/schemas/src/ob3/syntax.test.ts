import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressForm, formatInstant, isCompactJws, isDate, isDateTime, isListIndex, parseDateTimeZ } from './syntax.js';
import { isInVocabulary } from './vocabularies.js';

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

describe('addressForm', () => {
  it.each([
    'https://a.example/x?y=%20#z',
    'did:web:a.example:issuers:acme#z6Mk',
    'urn:uuid:1',
    'data:image/png;base64,AA==',
    'swh:1:rev:0;origin=https://a',
    'mailto:a@example.com',
  ])('%s is a URI', (text) => {
    expect(addressForm(text)).toBe('uri');
  });
  it.each(['https://bücher.example/', 'https://a.example/100%'])('%s is only an IRI', (text) => {
    expect(addressForm(text)).toBe('iri');
  });
  it.each(['', 'a', '/a', '#a', 'https:', 'https:a', 'http://', 'https://a b', 'urn:a b', '_:b0', '1a:b', 'a:', 'urn:<a>', 'urn:a\n'])(
    '%j is neither',
    (text) => {
      expect(addressForm(text)).toBe('none');
    },
  );
});

it('isListIndex takes plain base-10 numbers', () => {
  expect(['0', '7', '94567'].every(isListIndex)).toBe(true);
  expect(['', '-1', '01', '1.0', '1e3', '0x1', '9007199254740993', ' 1'].some(isListIndex)).toBe(false);
});

it('isCompactJws looks at the form alone', () => {
  expect(['a.b.c', 'a..c'].every(isCompactJws)).toBe(true);
  expect(['a.b', 'a.b.c.d', '.b.c', 'a.b.', 'a.b=.c'].some(isCompactJws)).toBe(false);
});

it('isInVocabulary opens only those vocabularies that are extensible', () => {
  expect(isInVocabulary('achievementType', 'ext:Medal')).toBe(true);
  expect(isInVocabulary('resultStatus', 'ext:Medal')).toBe(false);
  expect(isInVocabulary('achievementType', 'xext:Medal')).toBe(false);
  expect(isInVocabulary('constructor', 'x')).toBe(false);
});
