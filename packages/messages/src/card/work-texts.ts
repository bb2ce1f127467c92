import { translations } from '../compiled/card-work/translations.js';
import { loaderOf } from './loader-of.js';
import type { WorkTexts } from './texts.js';

/** What is said of the work, in the language of a card. Rejects when this host cannot load it. */
export async function workTextsFor(lang: string): Promise<WorkTexts> {
  const load = loaderOf(translations, lang) ?? (() => import('../compiled/card-work/en.js'));
  return (await load()).messages;
}
