import { html, nothing, type TemplateResult } from 'lit';
import type { GatheredInput } from '../input/gather-input.js';
import type { OtherLink } from '../results/entries.js';
import { findingsOf } from './found.js';
import type { PageContext } from './page-context.js';
import { relayView } from './relay.js';
import type { Results } from './results-context.js';

/** The views of one badge, loaded while it is checked. */
export type ReportViews = typeof import('./report/index.js');
/** The views that the first verdict does not need. */
export type LaterViews = typeof import('./later-views.js');

export interface Views {
  readonly report: ReportViews | null;
  readonly later: LaterViews | null;
}

export const NO_VIEWS: Views = { report: null, later: null };

/** Loads what was not loaded yet; what cannot be loaded stays null. */
export async function loadViews(loaded: Views): Promise<Views> {
  const none = (): null => null;
  const [report, later] = await Promise.all([
    loaded.report ?? import('./report/index.js').catch(none),
    loaded.later ?? import('./later-views.js').catch(none),
  ]);
  return { report, later };
}

/** What there is to say about the input, beside its badges. */
export interface AboutInput {
  readonly found: GatheredInput | null;
  readonly others: readonly OtherLink[];
  readonly receipts: TemplateResult | null;
  readonly onRelay: (on: boolean) => void;
}

/** All that came of one input. */
export function resultsArea(
  results: Results,
  context: PageContext,
  views: Views,
  { found, others, receipts, onRelay }: AboutInput,
): TemplateResult {
  const { batch, entries } = results;
  return html`<div class="results">
    <p class="print-only print-title">${context.words.headings.record}</p>
    ${receipts ?? nothing} ${batch.busy ? nothing : findingsOf(found, batch.rows, entries, others)}
    ${resultsView(results, context, views)} ${relayView(batch, onRelay)}
  </div>`;
}

/** One badge in full, or a table of several with the opened one below. */
function resultsView(results: Results, context: PageContext, { report, later }: Views): TemplateResult | typeof nothing {
  const { batch, entries } = results;
  const [only] = entries;
  const many = entries.length > 1 || (batch.rows.length > 1 && (batch.busy || batch.stopped));
  const missing = batch.busy ? nothing : html`<p class="problem">${many ? context.words['no-table'] : context.words['not-shown']}</p>`;
  if (many) return later === null ? missing : later.listView(results, context);
  if (!only?.report) return nothing;
  if (report === null) return missing;
  return html`${report.oneEntryView(only, only.report, results, context, true)} ${later === null ? nothing : later.belowView(only.report, results, context)}`;
}
