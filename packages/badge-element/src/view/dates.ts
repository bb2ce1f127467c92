import { mayBeWithheld, shownText } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ViewContext } from './context.js';

/** A time as its reader writes it; what is no time stays the text it was. */
export function timeView(value: string, locale: string, withClock = false): TemplateResult {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return html`<bdi lang="">${shownText(value, 40)}</bdi>`;
  const format = new Intl.DateTimeFormat(locale, withClock ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' });
  return html`<time datetime=${at.toISOString()}>${format.format(at)}</time>`;
}

/** From when and until when the badge says it is valid, and when that was checked. */
export function datesView(report: Report, context: ViewContext): TemplateResult {
  const { texts, locale } = context;
  const from = report.badge?.validFrom ?? null;
  const until = report.badge?.validUntil ?? null;
  const noEnd = mayBeWithheld(report.checks['valid-until']) ? texts.withheld?.noEnd : texts.noEnd;
  return html`<dl class="dates" part="dates">
    ${from === null ? nothing : html`<div><dt>${texts.since}</dt><dd>${timeView(from, locale)}</dd></div>`}
    <div><dt>${texts.until}</dt><dd>${until === null ? noEnd : timeView(until, locale)}</dd></div>
    <div><dt>${texts.checkedAt}</dt><dd>${timeView(report.checkedAt, locale, true)}</dd></div>
  </dl>`;
}
