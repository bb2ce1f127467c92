import { shownText } from '@proofmark/messages';
import type { PageTexts } from '@proofmark/messages/page';
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../checking/batch.js';
import { shortAddress } from '../input/candidate.js';
import type { NotRead } from '../input/from-file.js';
import { type GatheredInput, MAX_BADGES } from '../input/gather-input.js';
import type { Entry, OtherLink } from '../results/entries.js';
import { withParts } from './sentences.js';

/** More words than these make a text about something. */
const PROSE = 20;

/** A text of some length in which no badge and no link was found: a job advert, a CV without links. */
function isProse({ row, report }: Entry): boolean {
  const { input } = row.candidate;
  if (report?.checks.format.detail?.found !== 'text' || !('text' in input)) return false;
  return input.text.slice(0, 4000).split(/\s+/, PROSE + 1).length > PROSE;
}

/** The findings about the input: what it held, what was left out, and why. */
export function findingsOf(
  found: GatheredInput | null,
  rows: readonly Row[],
  entries: readonly Entry[],
  others: readonly OtherLink[],
  { findings }: PageTexts,
): TemplateResult | typeof nothing {
  if (found === null) return nothing;
  const problems: Readonly<Record<NotRead['problem'], (d: { readonly name: string }) => string>> = findings.problems;
  const { passedOver, notRead, leftOut } = found;
  // Of a file that is a badge itself, the table says where it came from.
  const named = rows.filter(({ candidate }) => candidate.from !== '' && 'url' in candidate.input).map(({ candidate }) => candidate.from);
  const counts = [...new Set(named)].map((from) => ({
    from,
    badges: entries.filter(({ row, report }) => row.candidate.from === from && report?.badge).length,
  }));
  const parts = [
    ...(entries.some(isProse) ? [html`<p>${findings.prose}</p>`] : []),
    ...(leftOut > 0 ? [html`<p class="problem">${findings['left-out']({ most: MAX_BADGES, count: leftOut })}</p>`] : []),
    ...notRead.map(
      ({ name, problem }) =>
        html`<p class="problem">${withParts(problems[problem], { name: html`<bdi>${shownText(name, 120)}</bdi>` })}</p>`,
    ),
    ...counts.map(
      ({ from, badges }) =>
        html`<p>${withParts(({ name }) => findings['found-in']({ count: badges, name }), { name: html`<bdi>${shownText(from, 120)}</bdi>` })}</p>`,
    ),
    ...(others.length > 0 ? [othersView(others, findings)] : []),
    ...(passedOver.length > 0 ? [html`<p class="muted">${findings['passed-over']({ hosts: passedOver.join(', ') })}</p>`] : []),
  ];
  return parts.length === 0 ? nothing : html`<div class="findings">${parts}</div>`;
}

function othersView(others: readonly OtherLink[], findings: PageTexts['findings']): TemplateResult {
  const silent = others.filter(({ why }) => why === 'not-asked').length;
  return html`<details>
    <summary>${findings.others({ count: others.length, silent })}</summary>
    <ul>${others.map(
      ({ url, why }) => html`<li>${withParts(findings[why], { address: html`<bdi dir="ltr">${shortAddress(url)}</bdi>` })}</li>`,
    )}</ul>
  </details>`;
}
