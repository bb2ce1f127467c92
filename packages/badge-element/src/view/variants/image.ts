import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { buttonView, type Card, independentOf } from '../body.js';
import { pictureView, titleOf } from '../card.js';
import type { CardContext } from '../context.js';
import { verdictIcon } from '../icons.js';
import { headlineText } from './headline-text.js';

/** The extent that a browser reserves before the style sheet says it, in pixels. */
const EXTENT = 96;

/**
 * The picture of a badge alone, with the mark of its verdict on its corner; it leads to the check. A badge without a picture shows its name there. The verdict comes into
 * the live region that was there before it.
 */
export function imageView(card: Card, context: CardContext): TemplateResult {
  const { report, trouble, busy, announce } = card;
  const { texts } = context;
  const shown = report?.badge ? report : null;
  const headline = shown && headlineText(shown, context);
  const said = headline ?? (trouble === null ? '' : trouble === 'internal' ? texts.internal : texts.notLoaded);
  return html`<span part="card" class=${shown?.verdict === 'do-not-rely' ? 'picture doubtful' : 'picture'} lang=${texts.lang} title=${headline ?? nothing} aria-busy=${busy ? 'true' : 'false'}>
    ${shown === null ? html`<slot></slot>` : shownView(shown, card, context)}
    <span role="status" tabindex="-1" aria-live=${announce ? 'polite' : 'off'} class="unseen">${said}</span>${shown === null ? buttonView(card, context) : nothing}
  </span>`;
}

function shownView(report: Report, card: Card, context: CardContext): TemplateResult {
  const target = independentOf(card, context);
  const shown = html`${pictureView(report, context, EXTENT)}<span part="title" class="title">${titleOf(report, context)}</span>`;
  return html`${
    target === null
      ? html`<span class="frame">${shown}</span>`
      : html`<a class="frame" part="independent" href=${target.href} rel="noopener nofollow" target="_blank">${shown}<span class="unseen"> ${target.label}</span></a>`
  }
    <span class="verdict" part="verdict" data-verdict=${report.verdict}>${verdictIcon(report.verdict)}</span>`;
}
