import { translations } from '../compiled/card-reasons/translations.js';
import type { CardReasons } from '../compiled/types.js';
import { loaderOf } from './loader-of.js';

/** The sentences that only some reports need, in the language of a card. Rejects when this host cannot load them. */
export async function reasonsFor(lang: string): Promise<CardReasons> {
  const load = loaderOf(translations, lang) ?? (() => import('../compiled/card-reasons/en.js'));
  return (await load()).messages;
}
