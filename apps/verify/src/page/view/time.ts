import { shownText } from '@proofmark/messages';
import { html, type TemplateResult } from 'lit';

/** A time in the one way in which this page writes them, as the sentences do; what is no time stays the text it was. */
export function timeView(value: string, locale: string, withClock = false): TemplateResult {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return html`<bdi lang="">${shownText(value, 40)}</bdi>`;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...(withClock ? { timeStyle: 'short' } : {}) });
  return html`<time datetime=${at.toISOString()}>${format.format(at)}</time>`;
}
