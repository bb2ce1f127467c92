import type { Report } from '@proofmark/schemas';
import { decidingCode } from '../view/headline.js';
import { english } from './en.js';
import type { Texts } from './texts.js';

/** Each language is a file of its own, which only its readers load. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly texts: Texts }>>> = {
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  nl: () => import('./nl.js'),
};

const primary = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';

/** Whether a language is there besides English. */
export const isTranslated = (lang: string): boolean => Object.hasOwn(LANGUAGES, primary(lang));

/** The card's texts for a language tag; English where there are none, or where they cannot be loaded. */
export async function textsFor(lang: string): Promise<Texts> {
  const load = isTranslated(lang) ? LANGUAGES[primary(lang)] : undefined;
  const loaded = await load?.().catch(() => null);
  return loaded?.texts ?? english;
}

/** The texts with a sentence for what decided a verdict, if there is one and it can be had. */
export async function textsTelling(report: Report | null, texts: Texts): Promise<Texts> {
  const code = report && decidingCode(report);
  if (!code || texts.reasons[code] || texts.lang !== 'en') return texts;
  const more = await import('./more-reasons.js').catch(() => null);
  return more === null ? texts : { ...texts, reasons: more.reasons };
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
