import type { ViewContext } from '@proofmark/badge-element/view';
import { pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { checkSentence } from './sentences.js';

const texts = pageTexts.work;

export interface EvidenceActions {
  /** True while the hosts of the work are asked. */
  readonly looking: boolean;
  readonly onLook: (() => void) | null;
  /** Draws the pieces of work; null while it is being loaded. */
  readonly evidenceList: ((report: Report, context: ViewContext) => TemplateResult | typeof nothing) | null;
}

/** The evidence of a badge: what was found about all of it, and each item. */
export function evidenceSection(report: Report, context: ViewContext, { looking, onLook, evidenceList }: EvidenceActions): TemplateResult {
  return html`<section aria-labelledby="work">
    <h2 id="work">${pageTexts.headings.work}</h2>
    <p>${looking ? texts.looking : checkSentence('evidence', report)}</p>
    ${evidenceList?.(report, context) ?? nothing}
    ${onLook === null ? nothing : html`<p><button type="button" class="quiet" ?disabled=${looking} @click=${onLook}>${texts.look}</button></p>`}
  </section>`;
}
