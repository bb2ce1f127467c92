import { describeVerdict } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { verdictIcon } from './icons.js';
import { localise } from './localise.js';

/** The headline: shape, word and colour of one verdict, what decided it, and what to do about it. */
export function verdictView(report: Report, locale: string): TemplateResult {
  const { title, text, todo } = describeVerdict(localise(report, locale));
  return html`<div class="verdict" part="verdict" data-verdict=${report.verdict}>
    ${verdictIcon(report.verdict)}
    <div>
      <strong class="headline">${title}</strong><span class="sentence">${text}</span>
      ${todo === '' ? nothing : html`<span class="sentence todo">${todo}</span>`}
    </div>
  </div>`;
}
