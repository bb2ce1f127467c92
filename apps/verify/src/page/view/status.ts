import { describeVerdict } from '@proofmark/messages';
import { html, type TemplateResult } from 'lit';
import type { Batch } from '../checking/batch.js';
import { countSentence } from '../results/count.js';
import type { Entry } from '../results/entries.js';

export interface Status {
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly problem: string;
  /** What became of saving or copying something. */
  readonly told: string;
  readonly batch: Batch | null;
  readonly entries: readonly Entry[];
  /** How many receipts were handed in. */
  readonly receipts: number;
}

const BROWSER = 'This browser could not run the check. Open this page in a current browser and try again.';

/** The one place that speaks to those who do not see the page: when the check begins, and what came out of it. */
export function statusView({ reading, problem, told, batch, entries, receipts }: Status): TemplateResult | string {
  const [only] = entries;
  if (reading !== null) return reading.total === 1 ? 'Reading …' : `Reading ${reading.total} files …`;
  if (problem !== '') return visible(problem);
  if (batch === null) return html`<p class="muted">Nothing has been checked yet.</p>`;
  if (batch.busy) return 'Checking …';
  if (batch.stopped) return unseen('Stopped.');
  if (told !== '') return unseen(told);
  if (only === undefined && receipts > 0) return unseen('The receipt was checked.');
  if (only === undefined) return visible('There is no badge in what you handed in that this page could see.');
  if (only.report === null) return visible(BROWSER);
  return unseen(`Result: ${entries.length === 1 ? describeVerdict(only.report).title : countSentence(entries)}`);
}

const visible = (text: string): TemplateResult => html`<p class="problem">${text}</p>`;
const unseen = (text: string): TemplateResult => html`<span class="visually-hidden">${text}</span>`;
