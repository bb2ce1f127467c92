import { messages } from '../compiled/card-short/en.js';
import { translations } from '../compiled/card-short/translations.js';
import { loaderOf } from './loader-of.js';
import type { ShortTexts } from './texts.js';

/** Verdicts in two or three words, in the language of a card; in English where they cannot be had in it. */
export async function shortTextsFor(lang: string): Promise<ShortTexts> {
  const loaded = await loaderOf(translations, lang)?.().catch(() => null);
  return loaded?.messages ?? messages;
}
