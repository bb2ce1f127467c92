import { describeCheck, describeVerdict } from '@proofmark/messages';
import { FAILED_CODES, type Outcome, type Report, UNKNOWN_CODES } from '@proofmark/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { BESIDE, FAULTS, NOT_BADGES, OLDER_FAULTS } from './causes.fixture.js';
import { SAID_OF_FAULTS } from './causes.said.fixture.js';
import { SAID_BESIDE, SAID_OF_NOT_BADGES, SAID_OF_OLDER_FAULTS } from './causes.said-beside.fixture.js';

const TABLES = [
  ['what is no badge', NOT_BADGES, SAID_OF_NOT_BADGES],
  ['a badge', FAULTS, SAID_OF_FAULTS],
  ['a badge of the older standard', OLDER_FAULTS, SAID_OF_OLDER_FAULTS],
] as const;

/** Codes that no verification gives by itself. */
const GIVEN_BY_OTHERS = ['too-heavy', 'withheld'];

const seen = new Set<string>();
const codeOf = (outcome: Outcome): string =>
  outcome.outcome === 'passed' ? 'passed' : outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;
const note = (report: Report): Report => {
  for (const outcome of Object.values(report.checks)) seen.add(codeOf(outcome));
  return report;
};

describe.each(TABLES)('%s', (_, causes, said) => {
  it('has a sentence for each cause', () => {
    expect(Object.keys(said)).toEqual(Object.keys(causes));
  });

  it.each(Object.entries(causes))('%s', async (cause, make) => {
    const report = note(await make());
    const [first] = report.because;
    const { title, text, todo } = describeVerdict(report);
    const headline = [`${title}.`, text, todo].filter((part) => part !== '').join(' ');
    expect([report.verdict, report.because.join(' '), first && codeOf(report.checks[first]), headline]).toEqual(said[cause]);
  });
});

describe('what leaves the verdict as it is', () => {
  it.each(Object.entries(BESIDE))('%s', async (cause, make) => {
    const report = note(await make());
    const [check, code, sentence] = SAID_BESIDE[cause] ?? [];
    const outcome = report.checks[check ?? 'format'];
    const said = Object.values(describeCheck(check ?? 'format', outcome)).filter((part) => part !== '');
    expect([report.verdict, codeOf(outcome), said.join(' ')]).toEqual(['genuine-issuer-unknown', code, sentence]);
  });
});

describe('the table', () => {
  afterAll(() => seen.clear());
  it('has a row for every reason to fail and every reason not to know', () => {
    const missing = [...FAILED_CODES, ...UNKNOWN_CODES].filter((code) => !seen.has(code));
    expect(missing).toEqual(GIVEN_BY_OTHERS);
  });

  it('is this long', () => {
    const rows = [NOT_BADGES, FAULTS, OLDER_FAULTS, BESIDE].map((causes) => Object.keys(causes).length);
    expect(rows).toEqual([21, 36, 4, 21]);
  });
});
