import { claimed, verdictIcon } from '@proofmark/badge-element/view';
import { shownText } from '@proofmark/messages';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptOutcome } from '../receipt/check-receipt.js';
import type { CheckedReceipt } from '../receipt/check-receipts.js';
import type { Receipt, ReceiptBadge } from '../receipt/receipt.js';
import type { PageContext } from './page-context.js';
import { withParts } from './sentences.js';
import { timeView } from './time.js';

type Texts = PageContext['says']['later']['receipts'];

/** What a receipt is compared with. */
type HandedIn = Pick<CheckedReceipt, 'beside' | 'isPartial'>;

/** Receipts of earlier checks: their content, whether they were changed, and whether they are about the badges of the same input. */
export function receiptsView(receipts: readonly CheckedReceipt[], context: PageContext): TemplateResult {
  return html`<section class="receipts" aria-labelledby="receipts">
    <h2 id="receipts">${context.says.later.receipts.heading({ count: receipts.length })}</h2>
    ${receipts.map((receipt) => one(receipt, context))}
  </section>`;
}

function one({ answer, mine, beside, isPartial }: CheckedReceipt, context: PageContext): TemplateResult {
  const texts = context.says.later.receipts;
  const titles: Readonly<Record<ReceiptOutcome['outcome'], string>> = texts.titles;
  // Anyone can make any receipt: only one of this browser may look like a good answer.
  const tone =
    answer.outcome === 'altered' ? 'do-not-rely' : answer.outcome === 'unchanged' && mine ? 'genuine-issuer-unknown' : 'unfinished';
  return html`<div class="receipt" data-receipt=${answer.outcome}>
    <div class="verdict" data-verdict=${tone}>
      ${verdictIcon(tone)}
      <div>
        <strong class="headline">${titles[answer.outcome]}</strong>
        <span class="sentence">${explanation(answer, mine, texts)}</span>
      </div>
    </div>
    ${answer.outcome === 'unchanged' ? content(answer.receipt, mine, { beside, isPartial }, context) : nothing}
  </div>`;
}

function explanation(answer: ReceiptOutcome, mine: boolean, texts: Texts): string {
  if (answer.outcome !== 'unchanged') return texts[answer.outcome];
  const fingerprint = `${answer.fingerprint.slice(0, 8)} ${answer.fingerprint.slice(8, 16)}`;
  return (mine ? texts.mine : texts['of-another'])({ fingerprint });
}

function content(receipt: Receipt, mine: boolean, handedIn: HandedIn, context: PageContext): TemplateResult {
  const { name, version } = receipt.checker;
  const texts = context.says.later.receipts;
  return html`<p>${withParts(texts.signed, { at: timeView(receipt.made, context.locale, true), name: shownText(name, 80), version: shownText(version, 20) })}</p>
    <ul class="contained">${receipt.badges.map((badge) => line(badge, mine, handedIn, context))}</ul>`;
}

function line(badge: ReceiptBadge, mine: boolean, { beside, isPartial }: HandedIn, context: PageContext): TemplateResult {
  const { sha256 } = badge.handedIn;
  const { later, verdicts } = context.says;
  const texts = later.receipts;
  const title = verdicts.verdicts.titles[badge.verdict];
  const isSame = sha256 !== null && beside.includes(sha256);
  const same = isSame ? 'yes' : isPartial || beside.length === 0 ? 'not-asked' : 'no';
  return html`<li data-same=${same}>
    ${
      mine
        ? html`<p class="verdict-word" data-verdict=${badge.verdict}>${verdictIcon(badge.verdict)} ${title}</p>`
        : html`<p>${texts.says({ title })}</p>`
    }
    <p>${withParts(texts.checked, { name: claimed(badge.badge.name ?? context.texts.untitled, 120), at: timeView(badge.checkedAt, context.locale, true) })}</p>
    <p>${{ yes: texts.same, no: texts.different, 'not-asked': texts['not-beside'] }[same]}</p>
    ${sha256 === null ? nothing : html`<p class="muted">${withParts(texts.hash, { hash: html`<code>${shownText(sha256, 80)}</code>` })}</p>`}
  </li>`;
}
