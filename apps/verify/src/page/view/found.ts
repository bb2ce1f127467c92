import { plain } from '@proofmark/badge-element/view';
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../checking/batch.js';
import type { Entry, OtherLink } from '../results/entries.js';
import { shortAddress } from '../taking-in/candidate.js';
import type { NotRead } from '../taking-in/from-file.js';
import { type HandedIn, MOST } from '../taking-in/hand-in.js';

const PROBLEMS: Readonly<Record<NotRead['problem'], string>> = {
  'too-large': 'is larger than 20 MB, which no badge is. Choose the badge file itself.',
  unreadable: 'could not be read. Choose it again; it may have been moved or deleted.',
  password: 'is locked with a password. Open it, and save or print it as a PDF without one, or paste the links that are in it.',
  'broken-pdf': 'is a PDF that could not be read. Paste the links that are in it.',
  'broken-archive': 'could not be unpacked: it is damaged, locked, or holds far more than badges. Unpack it and choose the badges.',
  'for-wallets': 'holds a code that only a wallet app understands. Ask for the address of the badge’s page, or for its file.',
};

/** Says what was found in what was handed in, what was left out, and why. */
export function findingsOf(
  found: HandedIn | null,
  rows: readonly Row[],
  entries: readonly Entry[],
  others: readonly OtherLink[],
): TemplateResult | typeof nothing {
  if (found === null) return nothing;
  const { passedOver, notRead, leftOut } = found;
  // Of a file that is a badge itself, the table says where it came from.
  const named = rows.filter(({ candidate }) => candidate.from !== '' && 'url' in candidate.input).map(({ candidate }) => candidate.from);
  const counts = [...new Set(named)].map((from) => ({
    from,
    badges: entries.filter(({ row, report }) => row.candidate.from === from && report?.badge).length,
  }));
  const parts = [
    ...(leftOut > 0
      ? [html`<p class="problem">This page checks ${MOST} at a time. ${leftOut} more were left out: hand them in afterwards.</p>`]
      : []),
    ...notRead.map(({ name, problem }) => html`<p class="problem"><bdi>${plain(name, 120)}</bdi> ${PROBLEMS[problem]}</p>`),
    ...counts.map(
      ({ from, badges }) =>
        html`<p>Found ${badges === 0 ? 'no badge' : badges === 1 ? '1 badge' : `${badges} badges`} in <bdi>${plain(from, 120)}</bdi>.</p>`,
    ),
    ...(others.length > 0 ? [othersView(others)] : []),
    ...(passedOver.length > 0
      ? [html`<p class="muted">Not asked, because these sites show work or mention badges but hand out none: ${passedOver.join(', ')}.</p>`]
      : []),
  ];
  return parts.length === 0 ? nothing : html`<div class="findings">${parts}</div>`;
}

function othersView(others: readonly OtherLink[]): TemplateResult {
  const silent = others.filter(({ why }) => why === 'not-asked').length;
  return html`<details>
    <summary>
      ${others.length} other ${others.length === 1 ? 'link' : 'links'} without a badge that we could see${silent > 0 ? `, ${silent} of them could not be asked` : ''}
    </summary>
    <ul>${others.map(
      ({ url, why }) =>
        html`<li><bdi dir="ltr">${shortAddress(url)}</bdi>: ${why === 'no-badge' ? 'no badge there' : 'did not answer this browser; a badge may still be there'}</li>`,
    )}</ul>
  </details>`;
}
