import { translations } from '../compiled/checks/translations.js';
import { localeOf } from '../languages.js';
import { loaderOf, primary } from './loader-of.js';
import type { CheckSentences } from './texts.js';

/** What is said of checks in the language of a card's texts; in English, and so marked, where it cannot be had in it. Rejects when English cannot be loaded either. */
export async function checkSentencesFor(lang: string): Promise<CheckSentences & { readonly lang: string }> {
  const found = await loaderOf(translations, lang)?.().catch(() => null);
  if (!found) return { lang: 'en', ...(await import('./english-check-sentences.js')).english };
  const own = primary(lang);
  const verdicts = { lang: localeOf(own), checks: { ...found.messages, ...found.checkCases } };
  return { lang: own, verdicts, names: found.checkNames, notes: found.notes };
}
