import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages.js';

const folder = new URL('../catalogues/', import.meta.url);
/** What readers of the employer's page, of the badge element, of the console, of mails and of problem pages may see. Operators and developers read the other areas, in English. */
const AREAS =
  'card card-reasons card-work check-names checks console forges mail notes page page-later problems verdicts work work-lines'.split(' ');
/** Names, and words that are the same in another language. */
const SAME = /^(?:Software Heritage|Badge(?::.*)?|Commit.*|commit.*|Details|Verdict|Person|Signature|Standard|\{.*|Test)$/;

function* textsIn(value: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else for (const [key, inner] of Object.entries(value as object)) yield* textsIn(inner, `${path}/${key}`);
}

const textsOf = (language: string, area: string): Map<string, string> =>
  new Map(textsIn(JSON.parse(readFileSync(new URL(`${language}/${area}.json`, folder), 'utf8'))));

/** The mark that ends a sentence, or nothing for a name or a heading. */
const endOf = (text: string): string => /[.?:;…](?=\s*$)|$/.exec(text)?.[0] ?? '';

describe.each(Object.keys(LANGUAGES))('what readers see in %s', (language) => {
  it.each(AREAS)('is all there: %s', (area) => {
    expect(existsSync(new URL(`${language}/${area}.json`, folder))).toBe(true);
  });

  it.each(AREAS)('is made of whole texts: none begins or ends with a space, and a sentence is a sentence in each language: %s', (area) => {
    const english = textsOf('en', area);
    for (const [path, text] of textsOf(language, area)) {
      expect(text.trim(), path).toBe(text);
      if (!text.endsWith('}')) expect(endOf(text), path).toBe(endOf(english.get(path) ?? ''));
    }
  });

  it.each(language === 'en' ? [] : AREAS)('is translated: %s', (area) => {
    const english = textsOf('en', area);
    const same = [...textsOf(language, area)].filter(
      ([path, text]) => text.length > 3 && text === english.get(path) && !SAME.test(text) && !/[Ss]kills|[Cc]ommit/.test(text),
    );
    expect(same).toEqual([]);
  });
});
