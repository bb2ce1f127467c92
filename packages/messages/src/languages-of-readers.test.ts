import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages.js';

const folder = new URL('../catalogues/', import.meta.url);
/** What operators and developers read, in English. */
const OF_OPERATORS = ['doctor', 'terminal'];
/** What readers of the employer's page, of the badge element, of the console, of mails and of problem pages may see. */
const AREAS = readdirSync(new URL('en/', folder))
  .map((file) => file.replace(/\.json$/, ''))
  .filter((area) => !OF_OPERATORS.includes(area));
/** Names, words that are the same in another language, and texts that only put together what they are given. */
const SAME =
  /^(?:Software Heritage|CASE|ESCO|JSON|[Bb]adges?(?:: \{\w+\})?|Commit.*|commit.*|Dates|Details|Document|Export|Image|Invitation|Link \{nth\}|Logo|Mails?|Messages|Name|Note|Organisation|Passkeys?|Person|Rosette|Session|Signature|Site|Standard|Team|Te[sx]t|Verdict|Version|Video|Webhooks?|Website|\{.*)$/;

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
