import { claimed, plain, timeView, type ViewContext, verdictIcon } from '@proofmark/badge-element/view';
import { VERDICT_TITLES } from '@proofmark/messages';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptOutcome } from '../receipt/check-receipt.js';
import type { CheckedReceipt } from '../receipt/check-receipts.js';
import type { Receipt, ReceiptBadge } from '../receipt/receipt.js';

const TITLES: Readonly<Record<ReceiptOutcome['outcome'], string>> = {
  unchanged: 'Unchanged since it was signed',
  altered: 'Do not rely on this receipt: it was changed after it was signed',
  malformed: 'This is no receipt that we can read',
  unsupported: 'This browser cannot check the signature of this receipt',
};

/** Receipts of earlier checks: what they say, whether they were changed, and whether they are about the badges beside them. */
export function receiptsView(receipts: readonly CheckedReceipt[], context: ViewContext): TemplateResult {
  return html`<section class="receipts" aria-labelledby="receipts">
    <h2 id="receipts">${receipts.length === 1 ? 'A receipt of an earlier check' : 'Receipts of earlier checks'}</h2>
    ${receipts.map((receipt) => one(receipt, context))}
  </section>`;
}

function one({ answer, mine, beside }: CheckedReceipt, context: ViewContext): TemplateResult {
  // Anyone can make a receipt that says anything: only one of this very browser may look like a good answer.
  const tone =
    answer.outcome === 'altered' ? 'do-not-rely' : answer.outcome === 'unchanged' && mine ? 'genuine-issuer-unknown' : 'unfinished';
  return html`<div class="receipt" data-receipt=${answer.outcome}>
    <div class="verdict" data-verdict=${tone}>
      ${verdictIcon(tone)}
      <div>
        <strong class="headline">${TITLES[answer.outcome]}</strong>
        <span class="sentence">${explanation(answer, mine)}</span>
      </div>
    </div>
    ${answer.outcome === 'unchanged' ? content(answer.receipt, mine, beside, context) : nothing}
  </div>`;
}

function explanation(answer: ReceiptOutcome, mine: boolean): string {
  if (answer.outcome === 'altered')
    return 'Nothing that it says was checked by the one who signed it. Use your own copy, or check the badge again.';
  if (answer.outcome === 'malformed') return 'It may be cut off. Choose the file as it was saved, or check the badge again.';
  if (answer.outcome !== 'unchanged') return 'Open this page in another browser.';
  const fingerprint = `${answer.fingerprint.slice(0, 8)} ${answer.fingerprint.slice(8, 16)}`;
  return mine
    ? `It was signed with the key of this browser (${fingerprint}).`
    : `It was signed with the key of another browser (${fingerprint}). Anyone can make a receipt: rely on it as far as you rely on the one who gave it to you.`;
}

function content(receipt: Receipt, mine: boolean, beside: readonly string[], context: ViewContext): TemplateResult {
  return html`<p>
      Signed on ${timeView(receipt.made, context.locale, true)} by the clock of that browser, with ${plain(receipt.checker.name, 80)} ${plain(receipt.checker.version, 20)}.
      It says what was found then, not how it is now.
    </p>
    <ul class="contained">${receipt.badges.map((badge) => line(badge, mine, beside, context))}</ul>`;
}

function line(badge: ReceiptBadge, mine: boolean, beside: readonly string[], context: ViewContext): TemplateResult {
  const { sha256 } = badge.handedIn;
  const same = sha256 !== null && beside.includes(sha256);
  return html`<li data-same=${beside.length === 0 ? 'not-asked' : same ? 'yes' : 'no'}>
    ${
      mine
        ? html`<p class="verdict-word" data-verdict=${badge.verdict}>${verdictIcon(badge.verdict)} ${VERDICT_TITLES[badge.verdict]}</p>`
        : html`<p>It says: ${VERDICT_TITLES[badge.verdict]}</p>`
    }
    <p>${claimed(badge.badge.name ?? 'A badge without a name', 120)}, checked on ${timeView(badge.checkedAt, context.locale, true)}</p>
    <p>
      ${
        beside.length === 0
          ? 'Hand in the badge together with this receipt to see whether it is the same one.'
          : same
            ? 'It is about a badge that you handed in with it, byte for byte.'
            : 'It is not about any badge that you handed in with it: the bytes differ.'
      }
    </p>
    ${sha256 === null ? nothing : html`<p class="muted">SHA-256 of what was handed in: <code>${plain(sha256, 80)}</code></p>`}
  </li>`;
}
