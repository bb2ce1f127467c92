import { html, type TemplateResult } from 'lit/html.js';
import { buttonView, type Card, independentOf } from '../body.js';
import { pictureView, titleOf } from '../card.js';
import type { CardContext } from '../context.js';
import { verdictIcon } from '../icons.js';
import { headlineText } from './headline-text.js';

/** The extent that a browser reserves before the style sheet says it, in pixels. */
const EXTENT = 96;

/** The picture of a badge alone, with the mark of its verdict on its corner; it leads to the check. A badge without a picture shows its name there. */
export function imageView(card: Card, context: CardContext): TemplateResult {
  const { report, trouble, busy, announce } = card;
  const live = announce ? 'polite' : 'off';
  if (!report?.badge) {
    const said = trouble === null ? '' : trouble === 'internal' ? context.texts.internal : context.texts.notLoaded;
    return html`<span part="card" class="picture" lang=${context.texts.lang} aria-busy=${busy ? 'true' : 'false'}><slot></slot>
      <span role="status" tabindex="-1" aria-live=${live} class="unseen">${said}</span>${buttonView(card, context)}</span>`;
  }
  const target = independentOf(card, context);
  const said = headlineText(report, context);
  const shown = html`${pictureView(report, context, EXTENT)}<span part="title" class="title">${titleOf(report, context)}</span>`;
  return html`<span part="card" class=${report.verdict === 'do-not-rely' ? 'picture doubtful' : 'picture'} lang=${context.texts.lang} title=${said}>
    ${
      target === null
        ? html`<span class="frame">${shown}</span>`
        : html`<a class="frame" part="independent" href=${target.href} rel="noopener nofollow" target="_blank">${shown}<span class="unseen"> ${target.label}</span></a>`
    }
    <span class="verdict" part="verdict" data-verdict=${report.verdict}>${verdictIcon(report.verdict)}</span>
    <span role="status" tabindex="-1" aria-live=${live} class="unseen">${said}</span>
  </span>`;
}
