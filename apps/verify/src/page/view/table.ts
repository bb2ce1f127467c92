import { claimed, verdictIcon } from '@proofmark/badge-element/view';
import { mayBeWithheld, shownText } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { originOf } from '../input/candidate.js';
import type { Entry } from '../results/entries.js';
import { issuerInShort } from '../results/issuer-in-short.js';
import { workStateOf } from '../results/work-state.js';
import type { PageContext } from './page-context.js';
import { personAnswer } from './report/tile-person.js';
import { verdictWords } from './report/verdict-words.js';
import { withParts } from './sentences.js';
import { timeView } from './time.js';

/** What the table needs beside its entries. */
export interface TableActions {
  readonly opened: string | null;
  readonly recipientAsked: boolean;
  /** The work is being looked at. */
  readonly looking: boolean;
  readonly onOpen: (entry: Entry) => void;
}

type Texts = PageContext['says']['later']['table'];

/** By their heads; who it is has a column once that is asked. */
const COLUMNS = ['verdict', 'badge', 'who', 'issuer', 'until', 'work'] as const;

/** Words of a table stay whole; one of more letters than this may be broken, so that the table keeps its width. */
const LONG_WORD = /\S{21}/;

const breaks = (text: string): string => (LONG_WORD.test(text) ? 'breaks' : '');

/** A text of the badge, whose words stay whole. */
const inWords = (text: string, most: number): TemplateResult => html`<span class=${breaks(text)}>${claimed(text, most)}</span>`;

/** Many badges at a glance. The roles are written out because small screens show the rows as blocks, which drops them in some browsers. */
export function tableView(entries: readonly Entry[], context: PageContext, actions: TableActions): TemplateResult {
  const texts = context.says.later.table;
  return html`<div class="scrolls"><table class="badges" role="table">
    <caption class="visually-hidden">${texts.caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[...COLUMNS, ...(actions.recipientAsked ? (['person'] as const) : [])].map((column) => html`<th role="columnheader" scope="col">${texts[column]}</th>`)}
        <th role="columnheader" scope="col"><span class="visually-hidden">${texts.details}</span></th>
      </tr>
    </thead>
    <tbody role="rowgroup">${repeat(
      entries,
      ({ id }) => id,
      (entry) => line(entry, context, actions),
    )}</tbody>
  </table></div>`;
}

function line(entry: Entry, context: PageContext, actions: TableActions): TemplateResult {
  const texts = context.says.later.table;
  const states: Readonly<Record<Entry['row']['state'], string>> = texts.states;
  const { report, row } = entry;
  const name = report?.badge?.name ?? null;
  const until = report?.badge?.validUntil ?? null;
  const label = name === null ? originOf(row.candidate, context.words.findings.pasted) : shownText(name, 80);
  const open = actions.opened === entry.id;
  return html`<tr role="row" data-entry=${entry.id} data-verdict=${report?.verdict ?? row.state} class=${open ? 'open' : ''}>
    <td role="cell" class="word">${report === null ? html`<span class="muted">${states[row.state]}</span>` : verdictCell(report, context)}</td>
    <th role="rowheader" scope="row" class="which">
      ${name === null ? nothing : inWords(name, 120)}
      <span class="muted origin">${shownText(originOf(row.candidate, context.words.findings.pasted), 120)}</span>
    </th>
    <td role="cell" data-label=${texts.who}>${report?.badge ? who(report, texts) : nothing}</td>
    <td role="cell" data-label=${texts.issuer}>${report === null ? nothing : issuerCell(report, texts)}</td>
    <td role="cell" data-label=${texts.until}>${report?.badge ? (until === null ? noEnd(report, context) : timeView(until, context.locale)) : nothing}</td>
    <td role="cell" data-label=${texts.work}>${report?.badge ? workCell(report, actions.looking, texts) : nothing}</td>
    ${actions.recipientAsked ? html`<td role="cell" data-label=${texts.person}>${report === null ? nothing : context.words.tiles.person[personAnswer(report.checks.recipient)]}</td>` : nothing}
    <td role="cell">
      <button
        type="button"
        class="quiet"
        aria-label=${texts['details-of']({ name: label })}
        aria-expanded=${open ? 'true' : 'false'}
        ?disabled=${report === null}
        @click=${() => actions.onOpen(entry)}
      >
        ${texts.details}
      </button>
    </td>
  </tr>`;
}

/** That there is no end date; of a badge whose holder may have left it out, that. */
const noEnd = ({ checks }: Report, { texts, says }: PageContext): string =>
  mayBeWithheld(checks['valid-until']) ? says.later.table['until-withheld'] : texts.noEnd;

/** The verdict in its words, and why. */
function verdictCell(report: Report, context: PageContext): TemplateResult {
  const { answer, lead, text } = verdictWords(report, context);
  const reason = lead === '' ? text : lead;
  return html`<span class="verdict-word" data-verdict=${report.verdict}>${verdictIcon(report.verdict)} ${answer}</span>
    ${reason === '' ? nothing : html`<span class="reason muted">${reason}</span>`}`;
}

/** Whose it is, as the badge says. */
function who({ badge }: Report, texts: Texts): TemplateResult {
  const name = badge?.recipient.name ?? null;
  return name === null ? html`<span class="muted">${texts.nobody}</span>` : inWords(name, 80);
}

function workCell(report: Report, looking: boolean, texts: Texts): TemplateResult {
  const { state, count, some } = workStateOf(report, looking);
  const said = texts.works[state];
  return html`<span data-work=${state}>${typeof said === 'string' ? said : said({ count, some })}</span>`;
}

function issuerCell(report: Report, texts: Texts): TemplateResult | typeof nothing {
  const { proven, says } = issuerInShort(report);
  if (proven !== null)
    return html`<bdi class=${breaks(proven)} lang="">${shownText(proven, 80)}</bdi>${says === null ? nothing : html`<br /><span class="muted">${withParts(texts.says, { name: inWords(says, 60) })}</span>`}`;
  return says === null
    ? html`<span class="muted">${texts['issuer-unknown']}</span>`
    : html`<span class="muted">${withParts(texts['says-only'], { name: inWords(says, 60) })}</span>`;
}
