import { html, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import { icon } from '../icons/index.js';
import type { Tone } from './tone.js';

/** One answer about a thing, beside others. */
export interface Fact {
  readonly name: string;
  readonly tone: Tone;
  readonly shape: SVGTemplateResult;
  readonly answer: string;
}

/** Answers about one thing, each with its own icon. */
export function factsView(facts: readonly Fact[]): TemplateResult {
  return html`<dl class="facts">${facts.map(
    ({ name, tone, shape, answer }) => html`<div class="fact" data-tone=${tone}><dt>${icon(shape)}${name}</dt><dd>${answer}</dd></div>`,
  )}</dl>`;
}

/** Words that belong together. */
export function chipsView(label: string, words: readonly unknown[]): TemplateResult {
  return html`<ul class="chips" aria-label=${label}>${words.map((word) => html`<li>${word}</li>`)}</ul>`;
}
