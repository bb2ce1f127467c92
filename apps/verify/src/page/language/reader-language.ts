import { type Language, languageOf } from '@proofmark/messages/page';

const KEY = 'proofmark.language';

/** The language of the page: the one that its address asks for, else the one that the reader chose here before, else the first of the browser's. */
export function readerLanguage({ search }: Pick<Location, 'search'>, languages: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  const kept = keptLanguage();
  return languageOf([...(asked === null ? [] : [asked]), ...(kept === null ? [] : [kept]), ...languages]) ?? 'en';
}

/** Keeps the reader's choice in this browser. */
export function keepLanguage(lang: Language): void {
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
