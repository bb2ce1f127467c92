import { translations } from '../compiled/card-reasons/translations.js';
import { messages as withheld } from '../compiled/card-withheld/en.js';
import type { CardReasons, CardWithheld } from '../compiled/types.js';
import { loaderOf } from './loader-of.js';
import type { FoldedTexts } from './texts.js';

/** The sentences that only some reports need, in the language of a card. Rejects when this host cannot load them. */
export async function reasonsFor(lang: string): Promise<{ readonly messages: CardReasons; readonly cardWithheld: CardWithheld }> {
  const load = loaderOf(translations, lang);
  return load === undefined ? { messages: (await import('../compiled/card-reasons/en.js')).messages, cardWithheld: withheld } : load();
}

/** The texts with these sentences. */
export async function withReasons<Of extends FoldedTexts>(texts: Of): Promise<Of> {
  const { messages, cardWithheld } = await reasonsFor(texts.lang);
  return { ...texts, withheld: cardWithheld, reasons: { ...texts.reasons, ...messages } };
}
