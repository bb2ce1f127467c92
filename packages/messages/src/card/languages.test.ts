import { CHECK_IDS, type Report, VERDICTS } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { details, say } from '../details.js';
import { blockTextsFor } from './block-texts.js';
import { checkSentencesFor } from './check-sentences.js';
import { textsTelling } from './folded-texts.js';
import { english, textsFor } from './languages.js';
import { reasonsFor } from './more-reasons.js';
import { reasonTextsFor } from './reason-texts.js';
import { shortTextsFor } from './short-texts.js';
import { workTextsFor } from './work-texts.js';

const LANGUAGES = ['de', 'es', 'fr', 'nl'];

/** Every text with its path, so that a failing test says which. Functions are called with details that are all there. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  const all = new Proxy({}, { get: (_, name: string) => (name.startsWith('has') ? 'yes' : '1') });
  if (typeof value === 'function') return [[path, (value as (d: unknown) => string)(all)]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

describe.each(LANGUAGES)('the card in %s', (lang) => {
  it('is a translation: no text of it is the English one', async () => {
    const texts = await textsFor(lang);
    expect(texts.lang).toBe(lang);
    const parts = [
      [texts, english],
      [await workTextsFor(lang), await workTextsFor('en')],
      [await reasonsFor(lang), await reasonsFor('en')],
      [await shortTextsFor(lang), await shortTextsFor('en')],
      [await blockTextsFor(lang), await blockTextsFor('en')],
      [await reasonTextsFor(lang), await reasonTextsFor('en')],
      [(await checkSentencesFor(lang)).verdicts.checks, (await checkSentencesFor('en')).verdicts.checks],
    ];
    for (const [own, reference] of parts) {
      const translated = new Map(leaves(own));
      const same = leaves(reference).filter(([path, text]) => text.length > 3 && translated.get(path) === text);
      expect(same.map(([path]) => path)).toEqual([]);
    }
  });

  it('has a headline of its own for each verdict, and names no colour', async () => {
    const { headlines, verdicts } = await textsFor(lang);
    expect(new Set(VERDICTS.map((verdict) => headlines.titles[verdict])).size).toBe(VERDICTS.length);
    expect(JSON.stringify([headlines, verdicts])).not.toMatch(/\b(?:grün|rot|vert|rouge|verde|rojo|groen|rood)\b/i);
  });

  it('has two or three words for each verdict, and no two verdicts have the same', async () => {
    const short = await shortTextsFor(lang);
    expect(new Set(Object.values(short)).size).toBe(Object.keys(short).length);
    for (const text of Object.values(short)) expect(text.split(' ').length).toBeLessThanOrEqual(4);
  });

  it('names every check', async () => {
    const { names: own } = await checkSentencesFor(lang);
    for (const id of CHECK_IDS) expect(own.names[id]).toMatch(/\S/);
  });

  it('writes one and several pieces of work differently', async () => {
    const { moreWork } = await textsFor(lang);
    expect(moreWork({ count: 1 })).toContain('1');
    expect(moreWork({ count: 3 })).toContain('3');
    expect(moreWork({ count: 1 }).replace('1', '3')).not.toBe(moreWork({ count: 3 }));
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
  ])('%j gets the texts in %s', async (tag, lang) => {
    expect((await textsFor(tag)).lang).toBe(lang);
    if (lang !== 'en') return;
    expect(await checkSentencesFor(tag)).toEqual(await checkSentencesFor('en'));
    expect(await reasonTextsFor(tag)).toBe(await reasonTextsFor('en'));
    expect(await workTextsFor(tag)).toBe(await workTextsFor('en'));
    expect(await reasonsFor(tag)).toEqual(await reasonsFor('en'));
    expect(await shortTextsFor(tag)).toBe(await shortTextsFor('en'));
    expect(await blockTextsFor(tag)).toEqual(await blockTextsFor('en'));
  });
});

describe('a sentence that only some reports need', () => {
  const report = (code: string): Report => ({ because: ['shape'], checks: { shape: { outcome: 'failed', code } } }) as unknown as Report;

  it.each(['en', ...LANGUAGES])('is loaded in %s for those reports, and for no other', async (lang) => {
    const texts = await textsFor(lang);
    const sentence = (await reasonsFor(lang)).messages.restructured;
    expect((await textsTelling(report('restructured'), texts)).reasons.restructured).toBe(sentence);
    expect(await textsTelling(report('revoked'), texts)).toBe(texts);
    expect(await textsTelling(null, texts)).toBe(texts);
    const partial = { because: [], checks: { evidence: { outcome: 'not-applicable', reason: 'may-be-withheld' } } } as unknown as Report;
    expect((await textsTelling(partial, texts)).withheld).toBe((await reasonsFor(lang)).cardWithheld);
  });
});

describe('what is said of the work', () => {
  it('never says that somebody wrote it', async () => {
    for (const lang of ['en', ...LANGUAGES]) {
      const text = JSON.stringify(leaves(await workTextsFor(lang)));
      expect(text).not.toMatch(/\b(?:wrote|written by|geschrieben von|escrito por|écrit par|geschreven door)\b/i);
    }
  });

  it('gives the share of commits only where one is known', async () => {
    const { methods } = await workTextsFor('en');
    expect(say(methods['linked-account'], details({ by: 'ada', commits: 3, of: 4 }))).toBe('Linked account “ada”, 3 of 4 commits');
    expect(say(methods['linked-account'], details({ by: 'ada' }))).toBe('Linked account “ada”');
    expect(say(methods.assessor, details({ by: 'did:key:z6Mk' }))).toBe('Endorsed by did:key:z6Mk');
  });
});
