import { html, type TemplateResult } from 'lit/html.js';

/** Longer names are cut: a badge may hold a text of any length, a card may not. */
const MAX_SHOWN = 240;

/** Characters that draw nothing and turn the text around them; they have no business in a name. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** One line of claimed text, without direction tricks, cut to a readable length. */
export function plain(text: string, max: number = MAX_SHOWN): string {
  const line = text.replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, max * 4));
  return characters.length > max ? `${characters.slice(0, max).join('')} …` : line;
}

/** Claimed text as text: never markup, isolated so that it cannot reorder what stands beside it, and of no language that we know. */
export function claimed(text: string, max?: number): TemplateResult {
  return html`<bdi lang="">${plain(text, max)}</bdi>`;
}
