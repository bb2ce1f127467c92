import type { PageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { Batch } from '../checking/batch.js';
import { countSentence } from '../results/count.js';
import type { Entry } from '../results/entries.js';

export interface Status {
  readonly reading: { readonly done: number; readonly total: number } | null;
  /** Why nothing was checked. */
  readonly problem: keyof PageTexts['refused'] | '';
  /** The outcome of saving or copying. */
  readonly told: string;
  readonly batch: Batch | null;
  readonly entries: readonly Entry[];
  /** The verdict of one badge in a few words; empty while they are being loaded. */
  readonly titleOf: (report: Report) => string;
  /** How many receipts the input has. */
  readonly receipts: number;
}

/** The status line for screen readers: the begin of a check, and its outcome. */
export function statusView(
  { reading, problem, told, batch, entries, titleOf, receipts }: Status,
  words: PageTexts,
): TemplateResult | string {
  const { status } = words;
  const [only] = entries;
  if (reading !== null) return status.reading({ count: reading.total });
  if (problem !== '') return visible(words.refused[problem]);
  if (batch === null) return html`<p class="muted">${status.nothing}</p>`;
  if (batch.busy) return status.checking;
  if (batch.stopped) return unseen(status.stopped);
  if (told !== '') return unseen(told);
  if (only === undefined && receipts > 0) return unseen(status.receipt);
  if (only === undefined) return visible(status.none);
  if (only.report === null) return visible(status.browser);
  return unseen(status.result({ what: entries.length > 1 ? countSentence(entries, words) : titleOf(only.report) }));
}

const visible = (text: string): TemplateResult => html`<p class="problem">${text}</p>`;
const unseen = (text: string): TemplateResult => html`<span class="visually-hidden">${text}</span>`;
