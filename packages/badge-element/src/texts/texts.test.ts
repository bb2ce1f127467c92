import { CHECK_IDS, type Report, VERDICTS } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { checkTextsFor } from './check-languages.js';
import { english as core } from './en.js';
import { isTranslated, textsFor, textsTelling } from './languages.js';
import { reasons } from './more-reasons.js';
import type { Texts } from './texts.js';

/** All that the card says in English, wherever it stands. */
const english: Texts = { ...core, reasons };

const LANGUAGES = ['de', 'es', 'fr', 'nl'];

/** Every text with its path, so that a failing test says which. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, key = '']) => key).sort();

describe.each(LANGUAGES)('the card in %s', (lang) => {
  it('says all that the English one says, about the same things', async () => {
    const texts = new Map(leaves(await textsFor(lang)));
    for (const [path, text] of leaves(english)) {
      expect.soft(placeholders(texts.get(path) ?? '{missing}'), path).toEqual(placeholders(text));
      expect.soft((texts.get(path) ?? '') === '', path).toBe(text === '');
    }
    expect([...texts.keys()].sort()).toEqual(
      leaves(english)
        .map(([path]) => path)
        .sort(),
    );
  });

  it('is a translation', async () => {
    const texts = await textsFor(lang);
    expect(texts.lang).toBe(lang);
    const same = leaves(english).filter(([path, text]) => text.length > 3 && new Map(leaves(texts)).get(path) === text);
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('has a headline of its own for each verdict, and names no colour', async () => {
    const { verdicts } = await textsFor(lang);
    expect(new Set(VERDICTS.map((verdict) => verdicts[verdict][0])).size).toBe(VERDICTS.length);
    expect(JSON.stringify(verdicts)).not.toMatch(/\b(?:grün|rot|vert|rouge|verde|rojo|groen|rood)\b/i);
  });

  it('names every check', async () => {
    const texts = await checkTextsFor(lang);
    for (const id of CHECK_IDS) expect(texts?.names[id]).toMatch(/\S/);
  });
});

describe('the language of a page', () => {
  it.each([
    ['de-AT', 'de'],
    ['FR', 'fr'],
    ['nl-BE', 'nl'],
    ['en-GB', 'en'],
    ['ar', 'en'],
    ['', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['de_DE!', 'en'],
  ])('%j is told in %s', async (tag, lang) => {
    const texts: Texts = await textsFor(tag);
    expect(texts.lang).toBe(lang);
    expect(isTranslated(tag)).toBe(lang !== 'en');
    if (lang === 'en') expect(await checkTextsFor(tag)).toBeNull();
  });
});

describe('a sentence that only some reports need', () => {
  const report = (code: string): Report => ({ because: ['shape'], checks: { shape: { outcome: 'failed', code } } }) as unknown as Report;

  it('is loaded for them, and for no other', async () => {
    expect((await textsTelling(report('restructured'), core)).reasons.restructured).toBe(reasons.restructured);
    expect(await textsTelling(report('revoked'), core)).toBe(core);
    expect(await textsTelling(null, core)).toBe(core);
    const german = await textsFor('de');
    expect(await textsTelling(report('restructured'), german)).toBe(german);
  });
});
