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

/** A badge inside of a text: its name, which leads to the check, and its verdict in two or three words. The verdict comes into the live region that was there before it. */
export function lineView(card: Card, context: CardContext, short: ShortTexts): TemplateResult {
  const { report, trouble, busy, announce } = card;
  const shown = report?.badge ? report : null;
  const host = shown?.verdict.startsWith('genuine') ? signerOf(shown)?.host : null;
  return html`<span part="card" class=${shown?.verdict === 'do-not-rely' ? 'line doubtful' : 'line'} lang=${context.texts.lang} aria-busy=${busy ? 'true' : 'false'}>
    <span class="name">${shown === null ? html`<slot></slot>` : nameView(shown, card, context)}</span>
    <span role="status" tabindex="-1" aria-live=${announce ? 'polite' : 'off'} class=${shown === null ? 'muted' : 'verdict'} part=${shown === null ? nothing : 'verdict'} data-verdict=${shown?.verdict ?? nothing}
      >${
        shown !== null
          ? seenAndHeard(shown, wordsOf(shown, short), headlineText(shown, context))
          : trouble !== null
            ? short.unchecked
            : report === null
              ? ''
              : wordsOf(report, short)
      }</span>
    ${host ? html`<span class="host muted" aria-hidden="true">${claimed(host)}</span>` : nothing}${report === null ? buttonView(card, context) : nothing}
  </span>`;
}

/** The mark and the words, which a pointer that rests on them explains; those who hear them hear all of it. */
const seenAndHeard = ({ verdict }: Report, words: string, all: string): TemplateResult =>
  html`<span title=${all} aria-hidden="true">${verdictIcon(verdict)}<span>${words}</span></span><span class="unseen">${all}</span>`;

function nameView(report: Report, card: Card, context: CardContext): TemplateResult {
  const target = independentOf(card, context);
  const title = html`<span part="title">${titleOf(report, context)}</span>`;
  return target === null
    ? title
    : html`<a part="independent" href=${target.href} rel="noopener nofollow" target="_blank">${title}<span class="unseen"> ${target.label}</span></a>`;
}
