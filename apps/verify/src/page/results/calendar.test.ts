import { ENGLISH_REPORT } from '@proofmark/messages/page-report';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../../../tests/support/reports.js';
import { ending, toCalendar } from './calendar.js';
import { checkAgain, pageAddress } from './check-again.js';
import type { Entry } from './entries.js';
import { keywordsOf } from './keywords.js';

const NOW = Date.parse('2026-11-22T10:11:12.345Z');
const entry = (...[verdict, badge]: Parameters<typeof reportOf>): Entry => {
  const report = reportOf(verdict, badge);
  return {
    id: '0',
    report,
    row: { key: 0, state: 'done', report, question: null, fetched: null, candidate: { from: '', input: { text: '' }, meant: true } },
  };
};
const calendarOf = (...entries: readonly Entry[]): string =>
  toCalendar(ending(entries, NOW), NOW, ({ id }) => `https://checker.example/verify/#url=${id}`, {
    calendar: ENGLISH_REPORT.later.calendar,
    untitled: 'Badge',
  });

describe('a calendar reminder', () => {
  it('is a valid calendar with an alarm before the end', () => {
    const name = 'C++; \\ "Ünïcödé", 日本語\nEND:VEVENT '.repeat(6);
    const text = calendarOf(entry('genuine-issuer-unknown', { name, validUntil: '2028-01-01T23:00:00-05:00' }));
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [component, ...others] = calendar.getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    const event = new ICAL.Event(component!);
    expect(event.startDate.toString()).toBe('2028-01-02');
    expect(event.summary).toMatch(/^Badge ends: C\+\+; \\ "Ünïcödé", 日本語 END:VEVENT C\+\+/);
    expect(event.description).toContain('\nAsk whether it was renewed.');
    const alarm = component!.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P30D');
    expect(component!.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-22T10:11:12Z');
  });

  it('has lines of at most 75 octets, cut between characters', () => {
    const text = calendarOf(entry('genuine-issuer-unknown', { name: '日本語😀'.repeat(40), validUntil: '2028-01-01T00:00:00Z' }));
    expect(text).not.toMatch(/[^\r]\n/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
  });

  it('exists only for genuine badges that will end', () => {
    const until = (validUntil: string | null, verdict: Parameters<typeof reportOf>[0] = 'genuine-issuer-unknown') =>
      ending([entry(verdict, { validUntil })], NOW).length;
    expect([until('2028-01-01T00:00:00Z'), until(null), until('2026-11-22T10:00:00Z'), until('soon')]).toEqual([1, 0, 0, 0]);
    expect([until('2028-01-01T00:00:00Z', 'do-not-rely'), until('2028-01-01T00:00:00Z', 'unfinished')]).toEqual([0, 0]);
  });
});

describe('the address to check again', () => {
  const there = { protocol: 'https:', origin: 'https://checker.example', pathname: '/verify/' };
  const onDisk = { protocol: 'file:', origin: 'null', pathname: '/home/hr/proofmark-checker.html' };

  it('is the page, or the address from which a copy was saved', () => {
    expect(pageAddress(there, 'https://other.example')).toBe('https://checker.example/verify/');
    expect(pageAddress(onDisk, 'https://badges.example')).toBe('https://badges.example/verify/');
    expect(pageAddress(onDisk, '')).toBeNull();
    expect(pageAddress(onDisk, 'javascript:alert(1)')).toBeNull();
  });

  it('tells no server about the badge', () => {
    const badge = { id: 'https://badges.example/c/1?a=b&c' };
    expect(checkAgain(badge, 'https://checker.example/verify/')).toBe(
      'https://checker.example/verify/#url=https%3A%2F%2Fbadges.example%2Fc%2F1%3Fa%3Db%26c',
    );
    expect(checkAgain(badge, null)).toBe(badge.id);
    expect(checkAgain({ id: 'urn:uuid:1' }, 'https://checker.example/verify/')).toBeNull();
    expect(checkAgain({ id: 'javascript:alert(1)' }, null)).toBeNull();
  });
});

it('lists the keywords of genuine badges only, each once', () => {
  const skills = [{ name: 'REST, HTTP', url: null, framework: null }];
  expect(
    keywordsOf([
      entry('genuine-issuer-unknown', { name: 'Web API design', skills, tags: ['http', 'HTTP'] }),
      entry('genuine-issuer-confirmed', { name: 'web api design', tags: ['SQL\nx'] }),
      entry('do-not-rely', { name: 'Forged' }),
      entry('no-longer-current', { name: 'Old' }),
    ]),
  ).toBe('Web API design, REST HTTP, http, SQL x');
});
