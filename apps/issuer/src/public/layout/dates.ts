import { type Html, html } from './html.js';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** The day in words, for a sentence. */
export function inWords(date: Date): string {
  return DAY.format(date);
}

/** Day and time in words, always in UTC and saying so, with the exact instant for programs. */
export function moment(date: Date): Html {
  return html`<time datetime="${date.toISOString()}">${MOMENT.format(date)} UTC</time>`;
}

/** Reads an RFC 3339 date-time; null for anything else. */
export function instant(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
