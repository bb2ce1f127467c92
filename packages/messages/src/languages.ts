/** The languages of all faces, as BCP 47 tags, each with the name that its readers know it by. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  nl: 'Nederlands',
} as const;

export type Language = keyof typeof LANGUAGES;

/** How dates are written in a language: day, month, year in each of them, since a day and a month may not be mistaken for one another. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** More tags than these are not read: a request may bring any number. */
const MOST = 20;

/**
 * The first language that there are texts in.
 *
 * @param wanted BCP 47 tags, the dearest first
 * @returns null where there is none of them
 */
export function languageOf(wanted: readonly string[]): Language | null {
  for (const tag of wanted.slice(0, MOST)) {
    const [primary = ''] = tag.trim().toLowerCase().split('-', 1);
    if (Object.hasOwn(LANGUAGES, primary)) return primary as Language;
  }
  return null;
}
