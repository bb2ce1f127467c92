import { describe, expect, it } from 'vitest';
import { parseOlderDate, writtenDate } from './dates.js';

const NINE = Date.parse('2019-05-21T09:37:00Z');

describe('a date of Open Badges 2.0', () => {
  it.each([
    ['2019-05-21T09:37:00Z', NINE],
    ['2019-05-21T09:37Z', NINE],
    ['2019-05-21T11:37+02', NINE],
    ['2019-05-21T11:37:00+02', NINE],
    ['2019-05-21T11:37:00+0200', NINE],
    ['2019-05-21T11:37:00.000000+02:00', NINE],
    ['2019-05-21T07:07-02:30', NINE],
  ])('is read as %s', (text, time) => {
    expect(parseOlderDate(text, '2.0')).toBe(time);
  });

  it.each(['2019-05-21', '2019-05-21T09:37', '2019-05-21T09Z', '2019-02-30T09:37Z', '2019-05-21T25:37Z', '1390000000', 1390000000, null])(
    'is not %s',
    (value) => {
      expect(parseOlderDate(value, '2.0')).toBeNull();
    },
  );
});

describe('a date of Open Badges 1.1', () => {
  it('may also be a day or Unix time, as text or number', () => {
    expect(parseOlderDate('2019-05-21', '1.1')).toBe(Date.parse('2019-05-21T00:00:00Z'));
    for (const value of ['1390000000', 1390000000]) expect(parseOlderDate(value, '1.1')).toBe(1390000000000);
    for (const value of ['139000000', 13900000000, -1390000000, 1390000000.5, '2019-13-21']) {
      expect(parseOlderDate(value, '1.1')).toBeNull();
    }
  });

  it('is shown as a date-time of today', () => {
    expect(writtenDate(1390000000, '1.1')).toBe('2014-01-17T23:06:40Z');
    expect(writtenDate('2019-05-21T11:37+02', '2.0')).toBe('2019-05-21T09:37:00Z');
    expect(writtenDate('2019-05-21T11:37:00+02:00', '2.0')).toBe('2019-05-21T11:37:00+02:00');
    expect(writtenDate('yesterday', '2.0')).toBe('yesterday');
    // The last minute of 9999 west of Greenwich lies in the year 10000 in UTC, the first of the year 1 east of it in the year 0.
    for (const text of ['9999-12-31T23:59-05:00', '0001-01-01T00:00+02', '0000-06-01T00:00Z']) expect(writtenDate(text, '2.0')).toBe(text);
    expect(writtenDate(undefined, '2.0')).toBeNull();
  });
});
