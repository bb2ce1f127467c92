import { claimed, timeView, type ViewContext, verdictIcon } from '@proofmark/badge-element/view';
import { shownText, VERDICT_TITLES } from '@proofmark/messages';
import { laterPageTexts } from '@proofmark/messages/page-later';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptOutcome } from '../receipt/check-receipt.js';
import type { CheckedReceipt } from '../receipt/check-receipts.js';
import type { Receipt, ReceiptBadge } from '../receipt/receipt.js';
import { withParts } from './sentences.js';

const texts = laterPageTexts.receipts;

const TITLES: Readonly<Record<ReceiptOutcome['outcome'], string>> = texts.titles;

/** Receipts of earlier checks: their content, whether they were changed, and whether they are about the badges of the same input. */
export function receiptsView(receipts: readonly CheckedReceipt[], context: ViewContext): TemplateResult {
  return html`<section class="receipts" aria-labelledby="receipts">
    <h2 id="receipts">${texts.heading({ count: receipts.length })}</h2>
    ${receipts.map((receipt) => one(receipt, context))}
  </section>`;
}

function one({ answer, mine, beside }: CheckedReceipt, context: ViewContext): TemplateResult {
  // Anyone can make any receipt: only one of this browser may look like a good answer.
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
  if (answer.outcome !== 'unchanged') return texts[answer.outcome];
  const fingerprint = `${answer.fingerprint.slice(0, 8)} ${answer.fingerprint.slice(8, 16)}`;
  return (mine ? texts.mine : texts['of-another'])({ fingerprint });
}

function content(receipt: Receipt, mine: boolean, beside: readonly string[], context: ViewContext): TemplateResult {
  const { name, version } = receipt.checker;
  return html`<p>${withParts(texts.signed, { at: timeView(receipt.made, context.locale, true), name: shownText(name, 80), version: shownText(version, 20) })}</p>
    <ul class="contained">${receipt.badges.map((badge) => line(badge, mine, beside, context))}</ul>`;
}

function line(badge: ReceiptBadge, mine: boolean, beside: readonly string[], context: ViewContext): TemplateResult {
  const { sha256 } = badge.handedIn;
  const same = sha256 !== null && beside.includes(sha256);
  return html`<li data-same=${beside.length === 0 ? 'not-asked' : same ? 'yes' : 'no'}>
    ${
      mine
        ? html`<p class="verdict-word" data-verdict=${badge.verdict}>${verdictIcon(badge.verdict)} ${VERDICT_TITLES[badge.verdict]}</p>`
        : html`<p>${texts.says({ title: VERDICT_TITLES[badge.verdict] })}</p>`
    }
    <p>${withParts(texts.checked, { name: claimed(badge.badge.name ?? context.texts.untitled, 120), at: timeView(badge.checkedAt, context.locale, true) })}</p>
    <p>${beside.length === 0 ? texts['not-beside'] : same ? texts.same : texts.different}</p>
    ${sha256 === null ? nothing : html`<p class="muted">${withParts(texts.hash, { hash: html`<code>${shownText(sha256, 80)}</code>` })}</p>`}
  </li>`;
}
