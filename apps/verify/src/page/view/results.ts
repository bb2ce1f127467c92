import type { ReportLanguage } from '@proofmark/messages/page-report';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { GatheredInput } from '../input/gather-input.js';
import type { CheckedReceipt } from '../receipt/check-receipts.js';
import type { OtherLink } from '../results/entries.js';
import { findingsOf } from './found.js';
import type { FormContext } from './page-context.js';
import { relayView } from './relay.js';
import type { Results } from './results-context.js';

/** The views of one badge, loaded while it is checked. */
export type ReportViews = typeof import('./report/index.js');
/** The views that the first verdict does not need. */
export type LaterViews = typeof import('./later-views.js');

export interface Views {
  readonly report: ReportViews | null;
  readonly later: LaterViews | null;
  /** What these views say, in the reader’s language. */
  readonly says: ReportLanguage | null;
}

export const NO_VIEWS: Views = { report: null, later: null, says: null };

/** Loads what was not loaded yet; what cannot be loaded stays null. */
export async function loadViews(loaded: Views, lang: string): Promise<Views> {
  const none = (): null => null;
  const [report, later] = await Promise.all([
    loaded.report ?? import('./report/index.js').catch(none),
    loaded.later ?? import('./later-views.js').catch(none),
  ]);
  // A report in English is better than none.
  const says = loaded.says ?? (await report?.reportLanguageFor(lang).catch(() => report.ENGLISH_REPORT)) ?? null;
  return { report, later, says };
}

/** The verdict of one badge in a few words; empty while they are being loaded. */
export const titleIn =
  ({ report, says }: Views, context: FormContext) =>
  (of: Report): string =>
    report === null || says === null ? '' : report.titleOf(of, { ...context, says });

/** What there is to say about the input, beside its badges. */
export interface AboutInput {
  readonly found: GatheredInput | null;
  readonly others: readonly OtherLink[];
  readonly receipts: readonly CheckedReceipt[];
  readonly onRelay: (on: boolean) => void;
}

/** All that came of one input. */
export function resultsArea(
  results: Results,
  context: FormContext,
  views: Views,
  { found, others, receipts, onRelay }: AboutInput,
): TemplateResult {
  const { batch, entries } = results;
  return html`<div class="results">
    <p class="print-only print-title">${context.words.headings.record}</p>
    ${receiptsOf(receipts, context, views)} ${batch.busy ? nothing : findingsOf(found, batch.rows, entries, others, context.words)}
    ${resultsView(results, context, views)} ${relayView(batch, context.words, onRelay)}
  </div>`;
}

function receiptsOf(receipts: readonly CheckedReceipt[], context: FormContext, { later, says }: Views): TemplateResult | typeof nothing {
  return receipts.length === 0 || later === null || says === null ? nothing : later.receiptsView(receipts, { ...context, says });
}

/** One badge in full, or a table of several with the opened one below. */
function resultsView(results: Results, form: FormContext, { report, later, says }: Views): TemplateResult | typeof nothing {
  const { batch, entries } = results;
  const [only] = entries;
  const many = entries.length > 1 || (batch.rows.length > 1 && (batch.busy || batch.stopped));
  const missing = batch.busy ? nothing : html`<p class="problem">${many ? form.words['no-table'] : form.words['not-shown']}</p>`;
  if (says === null) return missing;
  const context = { ...form, says };
  if (many) return later === null ? missing : later.listView(results, context);
  if (!only?.report) return nothing;
  if (report === null) return missing;
  return html`${report.oneEntryView(only, only.report, results, context, true)} ${later === null ? nothing : later.belowView(only.report, results, context)}`;
}
