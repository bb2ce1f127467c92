import { describe, expect, it } from 'vitest';
import { codeOfJob, endText } from './end-text.js';
import { jobWith } from './job.fixture.js';
import { bar, durationText, progressText, shareOf, sizeText } from './progress-text.js';
import { rowText } from './row-text.js';

describe('progressText', () => {
  it('tells what is settled, the rate and the remaining time', () => {
    const rows = { total: 10_000, read: 10_000, done: 4500, refused: 6, existing: 2, waiting: 3, ready: 5489 };
    const job = jobWith({ state: 'running', rows, rowsPerSecond: 1240.4, secondsLeft: 5 });
    expect(progressText(job)).toBe('4,508 of 10,000 rows, 6 refused, 2 had it, 3 waiting, 1,240 a second, 5 s left');
    expect(bar(shareOf(job), 'text')).toBe('[#########-----------] 45 %  text');
  });
  it('tells how much of the file is read while nobody knows how many rows it has', () => {
    const job = jobWith({ upload: { bytes: 1000, readBytes: 500 }, rows: { read: 100, refused: 50 } });
    expect(progressText(job)).toBe('50 rows, 50 % of the file read, 50 refused');
    expect(shareOf(job)).toBe(0.25);
    expect(shareOf(jobWith())).toBe(0);
  });
  it('tells no rate of rows that were refused while the file was read', () => {
    const rows = { total: 4001, read: 4001, refused: 1, ready: 4000 };
    expect(progressText(jobWith({ state: 'running', rows, rowsPerSecond: 0.1, secondsLeft: 40_000 }))).toBe('1 of 4,001 rows, 1 refused');
  });
  it('chooses the unit', () => {
    expect([5, 100, 5999, 6000].map(durationText)).toEqual(['5 s', '2 min', '100 min', '2 h']);
    expect([0, 999, 1200, 35_000_000, 2 ** 31].map(sizeText)).toEqual(['0 bytes', '999 bytes', '1.2 kB', '35 MB', '2.1 GB']);
  });
});

describe('codeOfJob', () => {
  it.each([
    [0, jobWith({ state: 'ended', rows: { total: 3, read: 3, done: 2, existing: 1 } })],
    [0, jobWith({ state: 'ended', mode: 'validate', rows: { total: 1, read: 1, valid: 1 } })],
    [1, jobWith({ state: 'ended', rows: { total: 2, read: 2, done: 1, refused: 1 } })],
    [1, jobWith({ state: 'cancelled', rows: { total: 2, read: 2, done: 1, cancelled: 1 } })],
    [1, jobWith({ state: 'running', rows: { total: 2, read: 2, refused: 1, waiting: 1 } })],
    [2, jobWith({ state: 'running', rows: { total: 2, read: 2, done: 1, waiting: 1 } })],
    [64, jobWith({ state: 'failed' })],
    [1, jobWith({ state: 'failed', rows: { read: 20_000, done: 10_000 } })],
  ])('is %i for the outcome', (code, job) => {
    expect(codeOfJob(job)).toBe(code);
  });
});

describe('endText', () => {
  it('says how to get the refused rows, and that a corrected file can be sent as a whole', () => {
    const text = endText(jobWith({ state: 'ended', rows: { total: 10_000, read: 10_000, done: 9994, refused: 6 } }));
    expect(text).toContain('10,000 rows: 9,994 badges, 6 refused.\n');
    expect(text).toContain('proofmark jobs refused 01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01 --output refused.csv');
    expect(text).toContain('issue it again as a whole: who has the badge gets no second one');
  });
  it('warns of sending the whole file again where that would double everybody', () => {
    const rows = { total: 2, read: 2, done: 1, refused: 1 };
    const text = endText(jobWith({ state: 'ended', onDuplicate: 'allow', rows }), 'refused.csv');
    expect(text).toContain('The refused rows are in refused.csv');
    expect(text).toContain('must not be sent again');
  });
  it('says how to look again at what waits, and how to go on with what was cancelled', () => {
    const waiting = endText(jobWith({ state: 'running', rows: { total: 2, read: 2, done: 1, waiting: 1 } }));
    expect(waiting).toMatch(/1 row waits .*proofmark jobs show/);
    const cancelled = endText(jobWith({ state: 'cancelled', rows: { total: 2, read: 2, done: 1, cancelled: 1 } }));
    expect(cancelled).toMatch(/proofmark issue --resume/);
  });
  it('names the options of the command line for columns that are not known', () => {
    const problem = { code: 'wrong-header', detail: 'Of the columns, “Kurs” is none of ours.', line: 1, byte: null };
    const text = endText(jobWith({ state: 'failed', problem }));
    expect(text).toMatch(/“Kurs”.*\n.*--map.*--ignore-extra-columns/);
    expect(text).toContain('Nothing was issued.');
  });
});

describe('rowText', () => {
  const row = { row: 2, line: 3, state: 'refused', credentialId: null } as const;
  it('names the line, each column and what is wanted there, and counts links', () => {
    const errors = [
      { pointer: '/recipient/email', code: 'not-an-email', detail: 'is not an e-mail address', column: 'E-Mail', value: 'ada@' },
      { pointer: '/evidence/1/url', code: 'not-a-url', detail: 'is not a link', column: 'evidence', value: 'work' },
      { pointer: '', code: 'unknown-field', detail: 'cell 4 has a value', column: null, value: null },
    ] as const;
    expect(rowText({ ...row, problem: { code: 'invalid-request', detail: 'Two.', errors } })).toBe(
      'line 3: column “E-Mail”: is not an e-mail address; column “evidence”, link 2: is not a link; cell 4 has a value',
    );
  });
  it('shows no control character of a file', () => {
    const errors = [{ pointer: '/narrative', code: 'too-long', detail: 'is too long', column: 'a\u001b[2Jb', value: null }] as const;
    expect(rowText({ ...row, problem: { code: 'invalid-request', detail: '', errors } })).not.toContain('\u001b');
    expect(rowText({ ...row, problem: { code: 'evidence-required', detail: 'A link is needed.', errors: [] } })).toBe(
      'line 3: A link is needed.',
    );
  });
});
