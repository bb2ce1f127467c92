import { html, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import { icon } from '../icons/index.js';
import type { Tone } from './tone.js';

/** One of the questions of a reader, with its answer. */
export interface Tile {
  /** Of the question, inside its page. */
  readonly id: string;
  readonly question: string;
  readonly tone: Tone;
  readonly shape: SVGTemplateResult;
  /** In two or three words. */
  readonly answer: string;
  /** One or two sentences, or what the reader can do. */
  readonly more: unknown;
}

/** A question and its answer: an icon, a word and a colour, of which each is enough. */
export function tileView({ id, question, tone, shape, answer, more }: Tile): TemplateResult {
  return html`<section class="tile" data-tone=${tone} aria-labelledby=${id}>
    <h2 id=${id}>${question}</h2>
    <p class="tile-answer">${icon(shape)} <span>${answer}</span></p>
    <div class="tile-more">${more}</div>
  </section>`;
}
