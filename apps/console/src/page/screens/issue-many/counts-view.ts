import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJob } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';

/** What became of the rows so far: those kinds that there are. */
export function countsView(words: IssueManyTexts, job: IssuanceJob): TemplateResult {
  const counts = countsOf(job);
  const kinds = (['valid', 'done', 'existing', 'refused', 'waiting', 'cancelled'] as const).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return html`<span>${words.counts.total({ count: counts.read })}</span>`;
  return html`<ul class="counts">
    ${kinds.map((kind) => html`<li data-kind=${kind}>${words.counts[kind]({ count: counts[kind] })}</li>`)}
  </ul>`;
}

/** A check issues nothing: who would be given the badge that they have already has it. */
export function countsOf({ mode, rows }: IssuanceJob): IssuanceJob['rows'] {
  return mode === 'issue' ? rows : { ...rows, existing: rows.existing + rows.done, done: 0 };
}
