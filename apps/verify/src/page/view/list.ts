import { describeVerdict, shownText } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { countSentence } from '../results/count.js';
import { toCsv } from '../results/csv.js';
import { datedName, download } from '../results/download.js';
import { type Entry, worstFirst } from '../results/entries.js';
import { canLook } from '../results/evidence-items.js';
import { toJson } from '../results/json.js';
import type { PageContext } from './page-context.js';
import { personForm } from './person-form.js';
import { printView } from './print.js';
import { recordView } from './record.js';
import { contactedView } from './report/contacted.js';
import { oneEntryView } from './report/one-entry.js';
import { titleOf } from './report/verdict-words.js';
import type { Results } from './results-context.js';
import { skillsView } from './skills.js';
import { tableView } from './table.js';

/** Many badges: the table, and the opened one below it. */
export function listView(results: Results, context: PageContext): TemplateResult {
  const { batch, entries } = results;
  const texts = context.says.later.list;
  const shown = batch.busy ? entries : worstFirst(entries);
  const opened = entries.find(({ id }) => id === results.opened);
  return html`<section class="list" aria-labelledby="list">
      <h2 id="list">${texts.heading}</h2>
      ${batch.busy || batch.stopped ? progress(results, context) : html`<p class="count">${countSentence(entries, context.words)}</p>`}
      ${tableView(shown, context, {
        opened: results.opened,
        recipientAsked: results.recipient !== '',
        looking: batch.looking,
        onOpen: results.onOpen,
      })}
      ${batch.busy ? nothing : exports(shown, context)} ${batch.busy ? nothing : lookAtAll(results, context)}
    </section>
    ${
      opened?.report
        ? html`<article class="detail" aria-label=${texts.details}>
            <div class="opened">
              <h2 id="opened" tabindex="-1">${opened.report.badge?.name ? shownText(opened.report.badge.name, 120) : texts.unnamed}</h2>
              <button type="button" class="quiet" @click=${() => results.onOpen(null)}>${texts.back}</button>
            </div>
            ${oneEntryView(opened, opened.report, results, context, false)} ${printView(opened.report, context, results.record.page)}
          </article>`
        : nothing
    }
    <section class="panel" aria-labelledby="person-all">
      <h2 id="person-all">${texts.persons}</h2>
      ${personForm({ busy: batch.busy, recipient: results.recipient, onRecipient: results.onRecipient }, context.words)}
    </section>
    ${skillsView(results.role, entries, context, results.onRole)} ${batch.busy ? nothing : recordView(shown, results.record, context)}
    ${contactedView(
      entries.flatMap(({ report }) => report ?? []),
      batch.relay.relayed,
      context,
    )}`;
}

function progress({ batch, onStop, onGoOn }: Results, { says }: PageContext): TemplateResult {
  const texts = says.later.list;
  const total = batch.rows.length;
  const done = batch.rows.filter(({ state }) => state === 'done' || state === 'failed').length;
  return html`<p class="progress">
    <label for="progress">${(batch.stopped ? texts['stopped-after'] : texts.checking)({ done, total })}</label>
    <progress id="progress" max=${total} value=${done}></progress>
    ${
      batch.busy
        ? html`<button type="button" class="quiet" @click=${onStop}>${texts.stop}</button>`
        : html`<button type="button" class="quiet" @click=${onGoOn}>${texts['go-on']}</button>`
    }
  </p>`;
}

function exports(entries: readonly Entry[], context: PageContext): TemplateResult {
  const texts = context.says.later.list;
  const inWords = (report: Report): string => `${titleOf(report, context)}. ${describeVerdict(report, context.says.verdicts).text}`;
  return html`<p class="exports">
    <button type="button" class="quiet" @click=${() => download(datedName('badges', 'csv'), 'text/csv;charset=utf-8', toCsv(entries, inWords))}>${texts.csv}</button>
    <button type="button" class="quiet" @click=${() => download(datedName('badges', 'json'), 'application/json', toJson(entries))}>${texts.json}</button>
  </p>`;
}

function lookAtAll({ batch, entries }: Results, { words, says }: PageContext): TemplateResult | typeof nothing {
  const texts = says.later.list;
  const left = entries.filter(({ report }) => report !== null && canLook(report)).length;
  if (batch.looking) return html`<p>${words.work.looking}</p>`;
  if (left === 0) return nothing;
  return html`<p class="look">
    <button type="button" class="quiet" @click=${() => void batch.look()}>${texts['look-at-all']}</button>
    <span class="muted">${texts['look-asks']}</span>
  </p>`;
}
