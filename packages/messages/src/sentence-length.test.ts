import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@messageformat/parser';
import { expect, it } from 'vitest';

const CATALOGUES = new URL('../catalogues/', import.meta.url);
/** What readers of the employer's page, of the element and of public pages read; operators read the other areas. */
const AREAS = /^(?:badge-mail|console|mail|page|problems|policy|public|verdicts|card|work|forges|checks?|notes)[\w-]*\.json$/;
const MOST = 20;

type Tokens = ReturnType<typeof parse>;

/** The message with each of its choices; an argument is one word. */
function readings(tokens: Tokens): readonly string[] {
  return tokens.reduce<readonly string[]>(
    (texts, token) => {
      const parts =
        token.type === 'content'
          ? [token.value]
          : 'cases' in token
            ? token.cases.flatMap(({ tokens: inner }) => readings(inner as Tokens))
            : ['x'];
      return texts.flatMap((text) => parts.map((part) => text + part)).slice(0, 500);
    },
    [''],
  );
}

const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function* messagesIn(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else for (const [key, inner] of Object.entries(value as object)) yield* messagesIn(inner, `${path}.${key}`);
}

it.each(readdirSync(CATALOGUES))('no sentence for readers has more than twenty words: %s', (language) => {
  const folder = new URL(`${language}/`, CATALOGUES);
  const long = readdirSync(folder)
    .filter((area) => AREAS.test(area))
    .flatMap((area) => [...messagesIn(JSON.parse(readFileSync(new URL(area, folder), 'utf8')), area)])
    .filter(([, message]) =>
      readings(parse(message)).some((text) => text.split(/[.!?:;](?:\s|$)/).some((sentence) => wordsIn(sentence) > MOST)),
    );
  expect(long).toEqual([]);
});
