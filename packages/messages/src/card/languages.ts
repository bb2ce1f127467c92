import { messages } from '../compiled/card-more/en.js';
import { translations } from '../compiled/card-more/translations.js';
import { messages as workLines } from '../compiled/work-lines/en.js';
import { foldedEnglish, foldedTextsFor } from './folded-texts.js';
import { loaderOf } from './loader-of.js';
import type { MoreTexts, Texts } from './texts.js';

/** All texts of the card in English. */
export const english: Texts = { ...foldedEnglish, ...messages, ...workLines };

/** All texts of the card for a language tag; English where there are none, or where they cannot be loaded. */
export async function textsFor(lang: string): Promise<Texts> {
  const [folded, more] = await Promise.all([foldedTextsFor(lang), moreTextsFor(lang)]);
  return { ...folded, ...more };
}

/** What an unfolded card says besides, for a language tag; in English where it cannot be had in it. */
export async function moreTextsFor(lang: string): Promise<MoreTexts> {
  const loaded = await loaderOf(translations, lang)?.().catch(() => null);
  return loaded ? { ...loaded.messages, ...loaded.workLines } : { ...messages, ...workLines };
}
