import { type MoreTexts, moreTextsFor } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { cautionOf } from '../caution.js';
import type { CardContext } from '../context.js';
import { dateWriter } from '../date-writer.js';
import { datesView } from '../dates.js';
import { headlineOf } from '../headline.js';
import { issuerView } from '../issuer.js';
import { phrase } from '../phrase.js';
import { workView } from '../work.js';
import { foldCss } from './fold-css.js';
import { foldedChecksView } from './folded-checks.js';
import { moreCss } from './more-css.js';

/** The look of all of it. */
export const insideCss: string = moreCss + foldCss;

const moreTexts = new Map<string, MoreTexts>();

/** Makes ready the words of what is shown unfolded. */
export async function prepareMore(lang: string): Promise<void> {
  if (!moreTexts.has(lang)) moreTexts.set(lang, await moreTextsFor(lang));
}

/** All that a card shows when it is unfolded: the work first, then who vouches, then the dates, then the checks. Null where its words are not ready. */
export function moreView(report: Report, card: CardContext): TemplateResult | null {
  const more = moreTexts.get(card.texts.lang);
  if (more === undefined) return null;
  const texts = { ...card.texts, ...more };
  const context = { ...card, texts };
  const { locale } = context;
  const recipient = report.badge?.recipient.name ?? null;
  const { why, todo } = headlineOf(report, texts, dateWriter(locale));
  return html`<section class="says-section" part="evidence"><h4>${texts.work}</h4>${workView(report, context)}</section>
    <section class="says-section"><h4>${texts.issuer}</h4>
      ${report.verdict.startsWith('genuine') ? html`<p>${why}</p>` : nothing}
      ${todo === '' ? nothing : html`<p class="todo">${todo}</p>`}
      ${recipient === null || cautionOf(report, texts) === null ? nothing : html`<p>${phrase(texts.recipient, recipient)}</p>`}
      ${issuerView(report, context)}</section>
    ${datesView(report, context)}
    ${foldedChecksView(report, context)}`;
}
