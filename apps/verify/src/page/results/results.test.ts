import { pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../../../tests/support/reports.js';
import type { Row } from '../checking/batch.js';
import type { Candidate } from '../input/candidate.js';
import { countSentence } from './count.js';
import { toCsv } from './csv.js';
import { entriesOf, worstFirst } from './entries.js';

const pasted: Candidate = { from: '', input: { text: 'x' }, meant: true };
const row = (key: number, report: Report | null, candidate = pasted): Row => ({
  key,
  candidate,
  report,
  state: report ? 'done' : 'stopped',
  question: null,
  fetched: null,
});
const link = (meant: boolean): Candidate => ({ from: 'cv.pdf', input: { url: 'https://a.example/1' }, meant });
const noBadge = (outcome: 'failed' | 'unknown'): Report =>
  ({
    ...reportOf('unreadable'),
    badge: null,
    checks: { ...reportOf('unreadable').checks, format: { outcome, code: outcome === 'failed' ? 'not-a-badge' : 'badge-unreachable' } },
  }) as Report;

describe('the entries of the result', () => {
  it('count a link among others only when it leads to a badge', () => {
    const { entries, others } = entriesOf([
      row(0, noBadge('failed'), link(false)),
      row(1, noBadge('unknown'), link(false)),
      row(2, null, link(false)),
      row(3, reportOf('do-not-rely'), link(false)),
      row(4, noBadge('failed'), link(true)),
    ]);
    expect(entries.map(({ id }) => id)).toEqual(['3', '4']);
    expect(others.map(({ why }) => why)).toEqual(['no-badge', 'not-asked']);
  });

  it('have each badge of a presentation', () => {
    const presentation = { ...noBadge('unknown'), contained: [reportOf('no-longer-current'), reportOf('do-not-rely')] };
    const { entries } = entriesOf([row(7, presentation)]);
    expect(worstFirst(entries).map(({ id, report }) => [id, report?.verdict])).toEqual([
      ['7.1', 'do-not-rely'],
      ['7.0', 'no-longer-current'],
    ]);
  });

  it('are ordered worst first, with unknown verdicts last', () => {
    const order = ['genuine-issuer-confirmed', 'unfinished', null, 'do-not-rely', 'genuine-issuer-unknown', 'unreadable'] as const;
    const { entries } = entriesOf(order.map((verdict, key) => row(key, verdict === null ? null : reportOf(verdict))));
    expect(worstFirst(entries).map(({ report }) => report?.verdict)).toEqual([
      'do-not-rely',
      'unreadable',
      'unfinished',
      'genuine-issuer-unknown',
      'genuine-issuer-confirmed',
      undefined,
    ]);
    expect(countSentence(entries, pageTexts)).toBe(
      '6 badges: 1 you should not rely on, 1 that we cannot read, 1 whose check could not be finished, 1 signed and unaltered, from an issuer not known to you, 1 genuine from a confirmed issuer, 1 not checked.',
    );
  });
});

describe('the table as CSV', () => {
  const cellOf = (name: string): string =>
    toCsv(entriesOf([row(0, reportOf('do-not-rely', { name }))]).entries, () => 'Withdrawn')
      .split('\r\n')[1]
      ?.split('revoked,')[1] ?? '';

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])('escapes the formula %j', (name) => {
    expect(cellOf(name).replace(/^"/, '')).toMatch(/^'/);
  });

  it('quotes any content of a cell', () => {
    expect(cellOf('a "b", c\nd')).toMatch(/^"a ""b"", c\nd",/);
  });

  it('has a row without a verdict for what was not checked', () => {
    expect(toCsv(entriesOf([row(0, null)]).entries, () => '')).toMatch(/\r\npasted,not-checked,+\r\n$/);
  });
});
