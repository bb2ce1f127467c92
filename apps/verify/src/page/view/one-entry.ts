import type { ViewContext } from '@proofmark/badge-element/view';
import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { Entry } from '../results/entries.js';
import { canLook } from '../results/evidence-items.js';
import type { EvidenceActions } from './evidence.js';
import { oneBadgeView } from './one-badge.js';
import type { Results } from './results-context.js';

/** One badge in full. `alone`: it has a form for the recipient of its own. */
export function oneEntryView(
  { row }: Entry,
  report: Report,
  { batch, recipient, onRecipient }: Results,
  context: ViewContext,
  { alone, evidenceList }: Pick<EvidenceActions, 'evidenceList'> & { readonly alone: boolean },
): TemplateResult {
  return html`<div class=${report.verdict === 'do-not-rely' ? 'result doubtful' : 'result'}>
    ${oneBadgeView(report, context, {
      busy: batch.busy,
      recipient,
      withPersonForm: alone,
      onRecipient,
      relayed: batch.relay.relayed,
      looking: batch.looking,
      evidenceList,
      onLook: canLook(report) ? () => void batch.look() : null,
      onRetry: () => void batch.retry(row.key),
    })}
  </div>`;
}
