import { expect, it } from 'vitest';
import { keepLanguage, readerLanguage } from './reader-language.js';

it.each([
  ['', ['de-AT', 'en'], 'de'],
  ['?url=x&lang=fr', ['de'], 'fr'],
  ['?lang=ar', ['nl-BE'], 'nl'],
  ['', ['ar', 'he'], 'en'],
  ['', [], 'en'],
])('with %j in the address and a browser in %j the page speaks %s', (search, languages, lang) => {
  expect(readerLanguage({ search }, languages)).toBe(lang);
});

it('works in a browser without storage', () => {
  expect(() => keepLanguage('de')).not.toThrow();
});
