import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { type Html, html } from './html.js';

/** The day in words, for a sentence. */
export function dayInWords(date: Date, { work }: PublicLanguage = ENGLISH): string {
  return formatsOf(work.lang).day.format(date);
}

/** A day in words, with the exact instant for programs. */
export function day(date: Date, language: PublicLanguage = ENGLISH): Html {
  return html`<time datetime="${date.toISOString()}">${dayInWords(date, language)}</time>`;
}

/** Day and time in words, always in UTC and saying so, with the exact instant for programs. */
export function moment(date: Date, { texts, work }: PublicLanguage = ENGLISH): Html {
  return html`<time datetime="${date.toISOString()}">${texts.moment({ time: formatsOf(work.lang).moment.format(date) })}</time>`;
}

/** Reads an RFC 3339 date-time; null for anything else. */
export function instant(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
}

/** Making a format is slow; there are as many as there are languages of ours. */
const formats = new Map<string, Formats>();

function formatsOf(lang: string): Formats {
  const known = formats.get(lang);
  if (known !== undefined) return known;
  const made = {
    day: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }),
    moment: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
  };
  formats.set(lang, made);
  return made;
}
