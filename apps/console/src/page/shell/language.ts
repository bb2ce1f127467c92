import { LANGUAGES, type Language, languageOf } from '@proofmark/messages/console';
import { kept } from './kept.js';

/** The language of the console: the one that was chosen here before, else the first of the browser's. */
export function preferredLanguage(languages: readonly string[]): Language {
  const chosen = kept('language');
  return languageOf([...(chosen === null ? [] : [chosen]), ...languages]) ?? 'en';
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}
