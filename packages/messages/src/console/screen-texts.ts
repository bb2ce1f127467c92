import { loaderOf } from '../card/loader-of.js';

type Translations<T> = Readonly<Record<string, () => Promise<{ readonly messages: T }>>>;

/** The words of one screen of the console by language; in English where there is no translation, or it cannot be loaded. */
export function screenTexts<T>(english: T, translations: Translations<T>): (lang: string) => Promise<T> {
  return async (lang) => {
    try {
      return (await loaderOf(translations, lang)?.())?.messages ?? english;
    } catch {
      return english;
    }
  };
}
