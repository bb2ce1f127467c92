import { LANGUAGES, type Language, languageOf } from '@proofmark/messages/console';

/** The verification page keeps its language under the same name. */
const KEY = 'proofmark.language';

/** The language of the console: the one that was chosen here before, else the first of the browser's. */
export function preferredLanguage(languages: readonly string[]): Language {
  const kept = keptLanguage();
  return languageOf([...(kept === null ? [] : [kept]), ...languages]) ?? 'en';
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage it holds for this page.
  }
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
