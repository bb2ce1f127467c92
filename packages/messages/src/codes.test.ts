import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  CHECK_IDS,
  FAILED_CODES,
  NOT_A_BADGE_KINDS,
  NOT_APPLICABLE_REASONS,
  SCHEMA_CODES,
  UNKNOWN_CODES,
  VERDICTS,
} from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';

const folder = new URL('../catalogues/', import.meta.url);
const languages = readdirSync(folder);

type Catalogue = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The catalogues of one area by language; an area need not have every language, but it has English. */
function catalogues(area: string): readonly (readonly [language: string, catalogue: Catalogue])[] {
  const found = languages.filter((language) => existsSync(new URL(`${language}/${area}.json`, folder)));
  expect(found).toContain('en');
  return found.map((language) => [language, JSON.parse(readFileSync(new URL(`${language}/${area}.json`, folder), 'utf8')) as Catalogue]);
}

const keys = (table: unknown): string[] => Object.keys(table as object).sort();
const sorted = (codes: readonly string[]): string[] => [...codes].sort();
const CODES: readonly string[] = [...FAILED_CODES, ...UNKNOWN_CODES, ...NOT_APPLICABLE_REASONS];

describe('the codes of schemas', () => {
  it('have a sentence each, in every language that has sentences about checks', () => {
    for (const [language, checks] of catalogues('checks')) {
      expect(keys(checks.failed), language).toEqual(sorted(FAILED_CODES));
      expect(keys(checks.unknown), language).toEqual(sorted(UNKNOWN_CODES));
      expect(keys(checks['not-applicable']), language).toEqual(sorted(NOT_APPLICABLE_REASONS));
      expect(keys(checks.passed), language).toEqual(sorted(CHECK_IDS));
    }
    for (const [language, cases] of catalogues('check-cases'))
      expect(keys(cases['not-a-badge']), language).toEqual(sorted(NOT_A_BADGE_KINDS));
  });

  it('are the only ones with a sentence of their own in one check', () => {
    for (const [, cases] of catalogues('check-cases')) {
      for (const key of Object.keys(cases['by-check'] ?? {})) {
        const [id = '', code = ''] = key.split('/');
        expect(CHECK_IDS).toContain(id);
        expect(CODES).toContain(code);
      }
    }
  });

  it('name and title every check, outcome and verdict, in five languages', () => {
    for (const [language, { names, outcomes }] of catalogues('check-names')) {
      expect(keys(names), language).toEqual(sorted(CHECK_IDS));
      expect(keys(outcomes), language).toEqual(['failed', 'not-applicable', 'passed', 'unknown']);
    }
    for (const [language, { titles }] of catalogues('verdicts')) expect(keys(titles), language).toEqual(sorted(VERDICTS));
    expect([catalogues('check-names').length, catalogues('verdicts').length]).toEqual([5, 5]);
  });

  it('are the only ones that the card and the notes know', () => {
    for (const [, { reasons }] of catalogues('card')) for (const code of keys(reasons)) expect(CODES).toContain(code);
    for (const [, reasons] of catalogues('card-reasons')) for (const code of keys(reasons)) expect(CODES).toContain(code);
    for (const [, { codes }] of catalogues('notes')) for (const code of keys(codes)) expect(SCHEMA_CODES).toContain(code);
  });
});
