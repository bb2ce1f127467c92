import { plain, type ViewContext } from '@proofmark/badge-element/view';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../checking/batch.js';
import { countSentence } from '../results/count.js';
import { toCsv } from '../results/csv.js';
import { datedName, download } from '../results/download.js';
import { type Entry, worstFirst } from '../results/entries.js';
import { toJson } from '../results/json.js';
import { contactedView } from './contacted.js';
import { oneBadgeView } from './one-badge.js';
import { personForm } from './person.js';
import { type RecordActions, recordView } from './record.js';
import { type Role, skillsView } from './skills.js';
import { tableView } from './table.js';

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

/** What is shown of what was checked: one badge in full, or a table of several with the opened one below. */
export function resultsView(results: Results, context: ViewContext): TemplateResult | typeof nothing {
  const { batch, entries } = results;
  const [only] = entries;
  const many = entries.length > 1 || (batch.rows.length > 1 && (batch.busy || batch.stopped));
  if (!many) {
    return only?.report
      ? html`<div class=${doubtful(only.report)}>${one(only, only.report, results, context, true)}</div>
          ${skillsView(results.role, entries, context, results.onRole)} ${recordView(entries, results.record)}`
      : nothing;
  }
  const shown = batch.busy ? entries : worstFirst(entries);
  const opened = entries.find(({ id }) => id === results.opened);
  return html`<section class="list" aria-labelledby="list">
      <h2 id="list">What was checked</h2>
      ${batch.busy || batch.stopped ? progress(results) : html`<p class="count">${countSentence(entries)}</p>`}
      ${tableView(shown, context, { opened: results.opened, recipientAsked: results.recipient !== '', onOpen: results.onOpen })}
      ${batch.busy ? nothing : exports(shown)}
    </section>
    <section aria-labelledby="person-all">
      <h2 id="person-all">Are they this person’s?</h2>
      ${personForm({ busy: batch.busy, recipient: results.recipient, onRecipient: results.onRecipient })}
    </section>
    ${skillsView(results.role, entries, context, results.onRole)}
    ${batch.busy ? nothing : recordView(shown, results.record)}
    ${contactedView(entries.flatMap(({ report }) => report ?? []))}
    ${
      opened?.report
        ? html`<article class=${doubtful(opened.report)} aria-label="Details of one badge">
            <div class="opened">
              <h2 id="opened" tabindex="-1">${opened.report.badge?.name ? plain(opened.report.badge.name, 120) : 'One of what was handed in'}</h2>
              <button type="button" class="quiet" @click=${() => results.onOpen(null)}>Back to the list</button>
            </div>
            ${one(opened, opened.report, results, context, false)}
          </article>`
        : nothing
    }`;
}

const doubtful = ({ verdict }: Report): string => (verdict === 'do-not-rely' ? 'result doubtful' : 'result');

function one(
  { row }: Entry,
  report: Report,
  { batch, recipient, onRecipient }: Results,
  context: ViewContext,
  alone: boolean,
): TemplateResult {
  return oneBadgeView(report, context, {
    busy: batch.busy,
    recipient,
    withPersonForm: alone,
    onRecipient,
    onRetry: () => void batch.retry(row.key),
  });
}

function progress({ batch, onStop, onGoOn }: Results): TemplateResult {
  const total = batch.rows.length;
  const done = batch.rows.filter(({ state }) => state === 'done' || state === 'failed').length;
  return html`<p class="progress">
    <label for="progress">${batch.stopped ? 'Stopped after' : 'Checking'} ${done} of ${total}</label>
    <progress id="progress" max=${total} value=${done}></progress>
    ${
      batch.busy
        ? html`<button type="button" class="quiet" @click=${onStop}>Stop</button>`
        : html`<button type="button" class="quiet" @click=${onGoOn}>Go on</button>`
    }
  </p>`;
}

function exports(entries: readonly Entry[]): TemplateResult {
  return html`<p class="exports">
    <button type="button" class="quiet" @click=${() => download(datedName('badges', 'csv'), 'text/csv;charset=utf-8', toCsv(entries))}>Save as CSV</button>
    <button type="button" class="quiet" @click=${() => download(datedName('badges', 'json'), 'application/json', toJson(entries))}>Save as JSON</button>
  </p>`;
}
