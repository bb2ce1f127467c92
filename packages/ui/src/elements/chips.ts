import { html, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import { icon } from '../icons/index.js';
import type { Tone } from './tone.js';

/** One answer about a thing, beside others, in a few words that say it all. */
export interface Fact {
  readonly tone: Tone;
  readonly shape: SVGTemplateResult;
  readonly text: string;
}

/** Answers about one thing, each with its own icon. */
export function factsView(facts: readonly Fact[]): TemplateResult {
  return html`<ul class="facts">${facts.map(({ tone, shape, text }) => html`<li data-tone=${tone}>${icon(shape)}${text}</li>`)}</ul>`;
}

/** Words that belong together. */
export function chipsView(label: string, words: readonly unknown[]): TemplateResult {
  return html`<ul class="chips" aria-label=${label}>${words.map((word) => html`<li>${word}</li>`)}</ul>`;
}
