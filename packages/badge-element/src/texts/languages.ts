import { english } from './en.js';
import type { CheckTexts, Texts } from './texts.js';

interface Language {
  readonly card: () => Promise<{ readonly texts: Texts }>;
  readonly checks: () => Promise<{ readonly checkTexts: CheckTexts }>;
}

/** Each language is a file of its own, which only its readers load. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  de: { card: () => import('./de.js'), checks: () => import('./checks/de.js') },
  es: { card: () => import('./es.js'), checks: () => import('./checks/es.js') },
  fr: { card: () => import('./fr.js'), checks: () => import('./checks/fr.js') },
  nl: { card: () => import('./nl.js'), checks: () => import('./checks/nl.js') },
};

const primary = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';

const languageOf = (lang: string): Language | undefined => (isTranslated(lang) ? LANGUAGES[primary(lang)] : undefined);

/** Whether a language is there besides English. */
export const isTranslated = (lang: string): boolean => Object.hasOwn(LANGUAGES, primary(lang));

/** The card's texts for a language tag; English where there are none, or where they cannot be loaded. */
export async function textsFor(lang: string): Promise<Texts> {
  const loaded = await languageOf(lang)
    ?.card()
    .catch(() => null);
  return loaded?.texts ?? english;
}

/** The names of the checks in a language, or null: then they are in English. */
export async function checkTextsFor(lang: string): Promise<CheckTexts | null> {
  const loaded = await languageOf(lang)
    ?.checks()
    .catch(() => null);
  return loaded?.checkTexts ?? null;
}

/** The language that the page says an element stands in: the nearest `lang`, also across shadow roots; '' where it says none. */
export function langOf(element: Element): string {
  for (let at: Element | null = element; at !== null; ) {
    const holder: Element | null = at.closest('[lang]');
    if (holder !== null) return holder.getAttribute('lang') ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
