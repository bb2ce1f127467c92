import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { Entry } from '../../results/entries.js';
import { canLook } from '../../results/evidence-items.js';
import type { PageContext } from '../page-context.js';
import type { Results } from '../results-context.js';
import { oneBadgeView } from './one-badge.js';

/** One badge in full. `alone`: it has a form for the recipient of its own. */
export function oneEntryView(
  { row }: Entry,
  report: Report,
  { batch, recipient, onRecipient, onRetry, trust, opinions }: Results,
  context: PageContext,
  alone: boolean,
): TemplateResult {
  return html`<article class=${report.verdict === 'do-not-rely' ? 'result doubtful' : 'result'} data-verdict=${report.verdict}>
    ${oneBadgeView(report, context, {
      busy: batch.busy,
      recipient,
      withPersonForm: alone,
      onRecipient,
      relayed: batch.relay.relayed,
      looking: batch.looking,
      onLook: canLook(report) && !batch.busy ? () => void batch.look() : null,
      trust,
      onRetry: () => onRetry(row.key),
      opinion: opinions.of(row.key),
      onOpinion: () => void opinions.ask(row.key, row.candidate.input, batch.relay.documents),
    })}
  </article>`;
}
