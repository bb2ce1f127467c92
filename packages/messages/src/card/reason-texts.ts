import type { WorkReasons } from '../compiled/types.js';
import { translations } from '../compiled/work-reasons/translations.js';
import { loaderOf } from './loader-of.js';

/** Why the work is as it was found, in the language of a card. Rejects when this host cannot load it. */
export async function reasonTextsFor(lang: string): Promise<WorkReasons> {
  const load = loaderOf(translations, lang) ?? (() => import('../compiled/work-reasons/en.js'));
  return (await load()).messages;
}
