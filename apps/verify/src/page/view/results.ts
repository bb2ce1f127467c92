import type { ViewContext } from '@proofmark/badge-element/view';
import { pageTexts } from '@proofmark/messages/page';
import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../checking/batch.js';
import type { Entry } from '../results/entries.js';
import { oneEntryView } from './one-entry.js';
import type { RecordActions } from './record.js';
import type { Role } from './skills.js';

/** What the results depend on, and what the reader can do there. */
export interface Results {
  readonly batch: Batch;
  readonly entries: readonly Entry[];
  readonly opened: string | null;
  readonly recipient: string;
  readonly role: Role;
  readonly record: RecordActions;
  readonly onOpen: (entry: Entry | null) => void;
  readonly onRecipient: (recipient: string) => void;
  readonly onRole: (role: Role) => void;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
}

/** What is not needed for the first verdict, and is loaded while that is found out. */
export type More = typeof import('./more.js');

/** What is shown of what was checked: one badge in full, or a table of several with the opened one below. */
export function resultsView(results: Results, context: ViewContext, more: More | null): TemplateResult | typeof nothing {
  const { batch, entries } = results;
  const [only] = entries;
  const many = entries.length > 1 || (batch.rows.length > 1 && (batch.busy || batch.stopped));
  if (many) {
    if (more !== null) return more.listView(results, context);
    return batch.busy ? nothing : html`<p class="problem">${pageTexts['no-table']}</p>`;
  }
  if (!only?.report) return nothing;
  return html`${oneEntryView(only, only.report, results, context, true)} ${more === null ? nothing : more.belowView(only.report, results, context)}`;
}
