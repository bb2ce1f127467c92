import {
  CHECK_IDS,
  FAILED_CODES,
  NOT_A_BADGE_KINDS,
  NOT_APPLICABLE_REASONS,
  type Outcome,
  type Report,
  SCHEMA_CODES,
  UNKNOWN_CODES,
  VERDICTS,
} from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCheck, describeNote, describeVerdict, nameOfCheck, VERDICT_TITLES, wordOfOutcome } from './index.js';
import { reportOf } from './report.fixture.js';

const OUTCOMES: readonly Outcome[] = [
  { outcome: 'passed' },
  ...FAILED_CODES.map((code) => ({ outcome: 'failed', code }) as const),
  ...UNKNOWN_CODES.map((code) => ({ outcome: 'unknown', code }) as const),
  ...NOT_APPLICABLE_REASONS.map((reason) => ({ outcome: 'not-applicable', reason }) as const),
];
const DETAIL = {
  term: 't',
  host: 'h',
  date: 'd',
  reason: 'r',
  count: 2,
  pinned: 1,
  good: 1,
  bad: 1,
  domain: 'x',
  platform: 'p',
  claim: 'c',
  suite: 's',
  type: 'y',
};

describe('the sentences', () => {
  it.each(CHECK_IDS)('%s has one for every code, with and without details', (id) => {
    expect(nameOfCheck(id)).not.toBe('');
    for (const outcome of OUTCOMES) {
      for (const detail of [undefined, DETAIL]) {
        const { happened, means, todo } = describeCheck(id, detail === undefined ? outcome : { ...outcome, detail });
        expect(happened.length).toBeGreaterThan(8);
        for (const text of [happened, means, todo]) expect(text).not.toMatch(/[{}[\]]|undefined|\bnull\b| {2}/);
      }
    }
  });

  it('need no knowledge of the field', () => {
    for (const id of CHECK_IDS) {
      for (const outcome of OUTCOMES) {
        const { happened, means, todo } = describeCheck(id, outcome);
        expect(`${happened} ${means} ${todo}`).not.toMatch(/\b(?:VC|DID|JWT|JSON-LD|RDF|proof|cryptosuite|HTTP)\b/);
      }
    }
  });

  it('about failures say what to do', () => {
    for (const code of FAILED_CODES) expect(describeCheck('signature', { outcome: 'failed', code }).todo).not.toBe('');
  });

  it('take details as plain text: cut, and without characters that turn its direction', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (term) => {
        const { happened } = describeCheck('shape', { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term } });
        expect(happened.length).toBeLessThan(400);
        expect(happened).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    const hostile = describeCheck('shape', { outcome: 'failed', code: 'restructured', detail: { term: '{pointer}$&', pointer: 'x' } });
    expect(hostile.happened).toContain('{pointer}$&');
  });

  it('exist for everything that can be handed in, every verdict, note and outcome', () => {
    for (const found of NOT_A_BADGE_KINDS)
      expect(describeCheck('format', { outcome: 'failed', code: 'not-a-badge', detail: { found } }).happened.length).toBeGreaterThan(10);
    expect(Object.keys(VERDICT_TITLES)).toEqual([...VERDICTS]);
    for (const code of SCHEMA_CODES) expect(describeNote(code)).toMatch(/\.$/);
    expect(new Set(['passed', 'failed', 'unknown', 'not-applicable'].map((outcome) => wordOfOutcome({ outcome } as Outcome))).size).toBe(4);
    expect(describeNote('constructor')).toMatch(/departure/);
  });
});

describe('the headline', () => {
  it('of a genuine badge without a status list does not claim that the badge was not withdrawn', () => {
    const { title, text } = describeVerdict(reportOf());
    expect(title).toMatch(/^Signed with a key that belongs to no web domain, unaltered\./);
    expect(text).toContain('publishes no withdrawal list');
  });

  it('of an expired badge says until when it was valid, and one that is not valid yet has its own title', () => {
    const ended = (code: 'expired' | 'not-yet-valid', date: string): Report => {
      const id = code === 'expired' ? 'valid-until' : 'valid-from';
      return reportOf({ verdict: 'no-longer-current', because: [id], checks: { [id]: { outcome: 'failed', code, detail: { date } } } });
    };
    const expired = describeVerdict(ended('expired', '2027-01-01T00:00:00Z'));
    expect([expired.title, expired.text]).toEqual(['No longer current', expect.stringContaining('valid until 1 January 2027')]);
    expect(describeVerdict(ended('not-yet-valid', '2028-01-01T00:00:00Z')).title).toBe('Not valid yet');
  });

  it('of an altered badge says only that', () => {
    const signature = { outcome: 'failed', code: 'signature-invalid' } as const;
    expect(describeVerdict(reportOf({ verdict: 'do-not-rely', because: ['signature'], checks: { signature } }))).toEqual({
      title: 'Do not rely on this badge',
      text: expect.stringContaining('changed after it was signed'),
      todo: expect.stringContaining('Ask the person'),
    });
  });
});

describe('times', () => {
  it.each([
    ['2027-01-01T00:00:00Z', '1 January 2027'],
    ['2026-11-22T10:30:00+01:00', '22 November 2026, 09:30 UTC'],
    ['2027-02-01', '1 February 2027'],
    ['soon', 'soon'],
    ['2027-13-45T99:00:00Z', '2027-13-45T99:00:00Z'],
  ])('%s is told as people write it', (date, written) => {
    const { happened } = describeCheck('valid-until', { outcome: 'failed', code: 'expired', detail: { date } });
    expect(happened).toBe(`The badge was valid until ${written}.`);
  });
});

describe('numbers', () => {
  it.each([
    [{ count: 1, pinned: 0 }, 'The badge names one piece of work; none is linked in a version that cannot change.'],
    [{ count: 1, pinned: 1 }, 'The badge names one piece of work; one is linked in a version that cannot change.'],
    [{ count: 3, pinned: 2, matching: 2 }, 'The badge names 3 pieces of work; 2 were found to be what was judged.'],
    [{ count: 3, pinned: 2 }, 'The badge names 3 pieces of work; 2 are linked in a version that cannot change.'],
  ])('%o are told in words that fit', (detail, sentence) => {
    expect(describeCheck('evidence', { outcome: 'unknown', code: 'evidence-not-checked', detail }).happened).toBe(sentence);
  });
});
