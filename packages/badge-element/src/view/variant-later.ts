import { html, type TemplateResult } from 'lit/html.js';
import { adoptCss } from './adopt-css.js';
import type { Card } from './body.js';
import type { CardContext } from './context.js';
import type { Variant } from './variant.js';

let drawn: typeof import('./variants/variants.js') | null = null;

/** Loads what draws the variants beside the card, for the first badge that has one, and puts their style sheet into `root`. Where it cannot be had, the fallback stays. */
export async function loadVariants(lang: string, root: Node): Promise<void> {
  drawn ??= await import('./variants/variants.js').catch(() => null);
  if (drawn === null) return;
  adoptCss(root, drawn.variantsCss);
  await drawn.prepare(lang);
}

/** Draws a variant; until it can be drawn, the fallback inside the tag stands. */
export const variantView =
  (variant: Variant) =>
  (card: Card, context: CardContext): TemplateResult =>
    drawn?.draw(variant, card, context) ?? html`<slot></slot>`;
