import { decidingCode, type ShortTexts, signerOf } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { buttonView, type Card, independentOf } from '../body.js';
import { titleOf } from '../card.js';
import { claimed } from '../claimed.js';
import type { CardContext } from '../context.js';
import { verdictIcon } from '../icons.js';
import { headlineText } from './headline-text.js';

/** The verdict in two or three words: what decided it, where that has words of its own. */
function wordsOf(report: Report, short: ShortTexts): string {
  const code = decidingCode(report);
  const own = code !== undefined && Object.hasOwn(short, code) ? short[code as keyof ShortTexts] : undefined;
  return own ?? short[report.verdict];
}

/** A badge inside of a text: its name, which leads to the check, and its verdict in two or three words. */
export function lineView(card: Card, context: CardContext, short: ShortTexts): TemplateResult {
  const { report, trouble, busy, announce } = card;
  const live = announce ? 'polite' : 'off';
  const button = report === null ? buttonView(card, context) : nothing;
  if (!report?.badge) {
    const said = trouble !== null ? short.unchecked : report === null ? '' : wordsOf(report, short);
    return html`<span part="card" class="line" lang=${context.texts.lang} aria-busy=${busy ? 'true' : 'false'}><span class="name"><slot></slot></span>
      <span role="status" tabindex="-1" aria-live=${live} class="muted">${said}</span>${button}</span>`;
  }
  const target = independentOf(card, context);
  const host = report.verdict.startsWith('genuine') ? signerOf(report)?.host : null;
  const title = html`<span part="title">${titleOf(report, context)}</span>`;
  return html`<span part="card" class=${report.verdict === 'do-not-rely' ? 'line doubtful' : 'line'} lang=${context.texts.lang}>
    <span class="name">${
      target === null
        ? title
        : html`<a part="independent" href=${target.href} rel="noopener nofollow" target="_blank">${title}<span class="unseen"> ${target.label}</span></a>`
    }</span>
    <span role="status" tabindex="-1" aria-live=${live} class="verdict" part="verdict" data-verdict=${report.verdict}
      >${verdictIcon(report.verdict)}<span aria-hidden="true">${wordsOf(report, short)}</span><span class="unseen">${headlineText(report, context)}</span></span>
    ${host ? html`<span class="host muted" aria-hidden="true">${claimed(host)}</span>` : nothing}
  </span>`;
}
