import type { Verdict } from '@proofmark/schemas';
import { loaderOf } from './card/loader-of.js';
import type { Texts } from './card/texts.js';
import { messages as page } from './compiled/page/en.js';
import { translations } from './compiled/page/translations.js';
import type { Page } from './compiled/types.js';
import type { Language } from './languages.js';

export type { Texts } from './card/texts.js';
export { choice, details } from './details.js';
export { fillSlots } from './fill-slots.js';
export { LANGUAGES, type Language, languageOf, localeOf } from './languages.js';

/** What the verification page says until the first verdict, in one language. */
export interface PageTexts extends Page {
  readonly counts: Page['counts'] & Readonly<Record<Verdict, (d: { readonly count: number }) => string>>;
}

/** The verification page in English. */
export const pageTexts: PageTexts = page;

/** The same in another language. Rejects when this host cannot load it. */
export async function pageTextsFor(lang: string): Promise<PageTexts> {
  return (await loaderOf(translations, lang)?.())?.messages ?? pageTexts;
}

/** What the verification page says until the first verdict, and the words that it shares with the badge element. */
export interface PageWords {
  readonly words: PageTexts;
  readonly card: Texts;
}

/** The same in another language than English, in one file; null where there is no translation. Rejects when this host cannot load it. */
export async function pageWordsFor(lang: Language): Promise<PageWords | null> {
  const loaded = await loaderOf(translations, lang)?.();
  if (loaded === undefined) return null;
  const { messages, card, cardMore, verdicts, workLines } = loaded;
  return { words: messages, card: { lang, headlines: verdicts, ...card, ...cardMore, ...workLines } };
}
