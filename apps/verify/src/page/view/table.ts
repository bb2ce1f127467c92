import { claimed, timeView, type ViewContext, verdictIcon } from '@proofmark/badge-element/view';
import { describeVerdict, shownText } from '@proofmark/messages';
import { laterPageTexts } from '@proofmark/messages/page-later';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { originOf } from '../input/candidate.js';
import type { Entry } from '../results/entries.js';
import { evidenceItemsOf } from '../results/evidence-items.js';
import { issuerInShort } from '../results/issuer-in-short.js';
import { withParts } from './sentences.js';

/** What the table needs beside its entries. */
export interface TableActions {
  readonly opened: string | null;
  readonly recipientAsked: boolean;
  readonly onOpen: (entry: Entry) => void;
}

const texts = laterPageTexts.table;

const STATES: Readonly<Record<Entry['row']['state'], string>> = texts.states;

/** Many badges at a glance. The roles are written out because small screens show the rows as blocks, which drops them in some browsers. */
export function tableView(entries: readonly Entry[], context: ViewContext, actions: TableActions): TemplateResult {
  return html`<table class="badges" role="table">
    <caption class="visually-hidden">${texts.caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${texts.verdict}</th>
        <th role="columnheader" scope="col">${texts.badge}</th>
        <th role="columnheader" scope="col">${texts.issuer}</th>
        <th role="columnheader" scope="col">${texts.until}</th>
        <th role="columnheader" scope="col">${texts.work}</th>
        ${actions.recipientAsked ? html`<th role="columnheader" scope="col">${texts.person}</th>` : nothing}
        <th role="columnheader" scope="col"><span class="visually-hidden">${texts.details}</span></th>
      </tr>
    </thead>
    <tbody role="rowgroup">${repeat(
      entries,
      ({ id }) => id,
      (entry) => line(entry, context, actions),
    )}</tbody>
  </table>`;
}

function line(entry: Entry, context: ViewContext, actions: TableActions): TemplateResult {
  const { report, row } = entry;
  const name = report?.badge?.name ?? null;
  const until = report?.badge?.validUntil ?? null;
  const work = report === null ? 0 : evidenceItemsOf(report).length;
  const label = name === null ? originOf(row.candidate) : shownText(name, 80);
  const open = actions.opened === entry.id;
  return html`<tr role="row" data-entry=${entry.id} data-verdict=${report?.verdict ?? row.state} class=${open ? 'open' : ''}>
    <td role="cell" class="word">${report === null ? html`<span class="muted">${STATES[row.state]}</span>` : verdictWord(report)}</td>
    <th role="rowheader" scope="row" class="which">
      ${name === null ? nothing : claimed(name, 120)}
      <span class="muted origin">${shownText(originOf(row.candidate), 120)}</span>
    </th>
    <td role="cell" data-label=${texts.issuer}>${report === null ? nothing : issuerCell(report)}</td>
    <td role="cell" data-label=${texts.until}>${report?.badge ? (until === null ? context.texts.noEnd : timeView(until, context.locale)) : nothing}</td>
    <td role="cell" data-label=${texts.work}>${report?.badge ? texts.pieces({ count: work }) : nothing}</td>
    ${actions.recipientAsked ? html`<td role="cell" data-label=${texts.person}>${report === null ? nothing : person(report)}</td>` : nothing}
    <td role="cell">
      <button type="button" class="quiet" aria-expanded=${open ? 'true' : 'false'} ?disabled=${report === null} @click=${() => actions.onOpen(entry)}>
        ${texts.details}<span class="visually-hidden">${texts['of-badge']({ name: label })}</span>
      </button>
    </td>
  </tr>`;
}

function verdictWord(report: Report): TemplateResult {
  return html`<span class="verdict-word" data-verdict=${report.verdict}>${verdictIcon(report.verdict)} ${describeVerdict(report).title}</span>`;
}

function issuerCell(report: Report): TemplateResult | typeof nothing {
  const { proven, says } = issuerInShort(report);
  if (proven !== null)
    return html`<bdi lang="">${shownText(proven, 80)}</bdi>${says === null ? nothing : html`<br /><span class="muted">${withParts(texts.says, { name: claimed(says, 60) })}</span>`}`;
  return says === null
    ? html`<span class="muted">${texts['issuer-unknown']}</span>`
    : html`<span class="muted">${withParts(texts['says-only'], { name: claimed(says, 60) })}</span>`;
}

const person = ({ checks }: Report): string => texts.persons[checks.recipient.outcome];
