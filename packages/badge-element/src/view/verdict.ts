import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import { verdictIcon } from './icons.js';
import { headlineOf, sentenceOf } from './words.js';

/** The headline: shape, word and colour of one verdict, with one sentence that says what decided it. */
export function verdictView(report: Report): TemplateResult {
  return html`<div class="verdict" part="verdict" data-verdict=${report.verdict}>
    ${verdictIcon(report.verdict)}
    <div><strong class="headline">${headlineOf(report.verdict)}</strong><span class="sentence">${sentenceOf(report)}</span></div>
  </div>`;
}
