import { translations } from '../compiled/forges/translations.js';
import type { ForgeTexts } from '../forges.js';
import { loaderOf } from './loader-of.js';

/** What is said of who answered for a repository, in the language of a card. Rejects when this host cannot load it. */
export async function forgeTextsFor(lang: string): Promise<ForgeTexts> {
  const load = loaderOf(translations, lang) ?? (() => import('../compiled/forges/en.js'));
  return (await load()).messages;
}
