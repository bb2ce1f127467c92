import type { CheckTexts } from './texts.js';

/** The names of the checks, a file for each language; who unfolds them loads it. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly checkTexts: CheckTexts }>>> = {
  de: () => import('./checks/de.js'),
  es: () => import('./checks/es.js'),
  fr: () => import('./checks/fr.js'),
  nl: () => import('./checks/nl.js'),
};

/** The names of the checks in the language of a card's texts, or null: then they are in English. */
export async function checkTextsFor(lang: string): Promise<CheckTexts | null> {
  const load = Object.hasOwn(LANGUAGES, lang) ? LANGUAGES[lang] : undefined;
  const loaded = await load?.().catch(() => null);
  return loaded?.checkTexts ?? null;
}
