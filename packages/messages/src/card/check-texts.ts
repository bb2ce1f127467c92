import { translations } from '../compiled/check-names/translations.js';
import { loaderOf } from './loader-of.js';
import type { CheckTexts } from './texts.js';

/** The names of the checks in the language of a card's texts, or null: then they are in English. */
export async function checkTextsFor(lang: string): Promise<CheckTexts | null> {
  const loaded = await loaderOf(translations, lang)?.().catch(() => null);
  return loaded?.messages ?? null;
}
