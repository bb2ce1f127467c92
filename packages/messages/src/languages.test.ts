import { expect, it } from 'vitest';
import { languageOf, localeOf } from './languages.js';

it.each([
  [['de-AT'], 'de'],
  [['FR'], 'fr'],
  [['ar', 'nl-BE', 'en'], 'nl'],
  [[' es '], 'es'],
  [['ar', 'constructor', '__proto__', ''], null],
  [[], null],
  [[...Array<string>(20).fill('ar'), 'de'], null],
])('of %j the first language with texts is %s', (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});

it('writes English dates with the day first', () => {
  const date = (language: string): string =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 2, 4));
  expect([date('en'), date('de')]).toEqual(['4 March 2026', '4. März 2026']);
});
