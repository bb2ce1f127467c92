import type { ViewContext } from '@proofmark/badge-element/view';
import { pageTexts } from '@proofmark/messages/page';
import { html, nothing, type TemplateResult } from 'lit';
import { oneEntryView } from './one-entry.js';
import type { Results } from './results-context.js';

/** The views that are loaded while the badge is checked. */
export type LaterViews = typeof import('./later-views.js');

/** The results: one badge in full, or a table of several with the opened one below. */
export function resultsView(results: Results, context: ViewContext, later: LaterViews | null): TemplateResult | typeof nothing {
  const { batch, entries } = results;
  const [only] = entries;
  const many = entries.length > 1 || (batch.rows.length > 1 && (batch.busy || batch.stopped));
  if (many) {
    if (later !== null) return later.listView(results, context);
    return batch.busy ? nothing : html`<p class="problem">${pageTexts['no-table']}</p>`;
  }
  if (!only?.report) return nothing;
  return html`${oneEntryView(only, only.report, results, context, { alone: true, evidenceList: later?.evidenceList ?? null })} ${later === null ? nothing : later.belowView(only.report, results, context)}`;
}
