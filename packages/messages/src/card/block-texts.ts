import { messages } from '../compiled/card-block/en.js';
import { translations } from '../compiled/card-block/translations.js';
import { loaderOf, primary } from './loader-of.js';
import type { BlockTexts } from './texts.js';

/** What is said of several badges together, in a language; in English where it cannot be had in it. */
export async function blockTextsFor(lang: string): Promise<BlockTexts & { readonly lang: string }> {
  const loaded = await loaderOf(translations, lang)?.().catch(() => null);
  return loaded ? { lang: primary(lang), ...loaded.messages } : { lang: 'en', ...messages };
}
