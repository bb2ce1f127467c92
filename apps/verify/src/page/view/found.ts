import { plain } from '@proofmark/badge-element/view';
import { html, nothing, type TemplateResult } from 'lit';
import type { OtherLink } from '../results/entries.js';
import { shortAddress } from '../taking-in/candidate.js';
import type { NotRead } from '../taking-in/from-file.js';

/** What was found in what was handed in, apart from the badges themselves. */
export interface Findings {
  /** For each file or text with a name: how many badges came from it. */
  readonly counts: readonly { readonly from: string; readonly badges: number }[];
  readonly others: readonly OtherLink[];
  readonly passedOver: readonly string[];
  readonly notRead: readonly NotRead[];
  /** What was left out because there was too much. */
  readonly leftOut: number;
  readonly most: number;
}

const PROBLEMS: Readonly<Record<NotRead['problem'], string>> = {
  'too-large': 'is larger than 20 MB, which no badge is. Choose the badge file itself.',
  unreadable: 'could not be read. Choose it again; it may have been moved or deleted.',
  password: 'is locked with a password. Open it, and save or print it as a PDF without one, or paste the links that are in it.',
  'broken-pdf': 'is a PDF that could not be read. Paste the links that are in it.',
  'broken-archive': 'could not be unpacked: it is damaged, locked, or holds far more than badges. Unpack it and choose the badges.',
  'for-wallets': 'holds a code that only a wallet app understands. Ask for the address of the badge’s page, or for its file.',
};

/** Says what was found, what was left out, and why. */
export function findingsView(findings: Findings): TemplateResult | typeof nothing {
  const { counts, others, passedOver, notRead, leftOut, most } = findings;
  const parts = [
    ...(leftOut > 0
      ? [html`<p class="problem">This page checks ${most} at a time. ${leftOut} more were left out: hand them in afterwards.</p>`]
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
