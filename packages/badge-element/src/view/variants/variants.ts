import { type ShortTexts, shortTextsFor } from '@proofmark/messages/card';
import type { TemplateResult } from 'lit/html.js';
import type { Card } from '../body.js';
import type { CardContext } from '../context.js';
import type { Variant } from '../variant.js';
import { imageView } from './image.js';
import { lineView } from './line.js';

export { variantsCss } from './variants-css.js';

/** The two or three words of the languages that are on this page, by the language of the texts of a card. */
const shortTexts = new Map<string, ShortTexts>();

/** Makes ready the words of a language. */
export async function prepare(lang: string): Promise<void> {
  if (!shortTexts.has(lang)) shortTexts.set(lang, await shortTextsFor(lang));
}

/** Draws a badge as one of the variants beside the card. */
export function draw(variant: Variant, card: Card, context: CardContext): TemplateResult | null {
  const short = shortTexts.get(context.texts.lang);
  if (short === undefined) return null;
  return variant === 'line' ? lineView(card, context, short) : imageView(card, context);
}
