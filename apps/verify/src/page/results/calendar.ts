import { shownText } from '@proofmark/messages';
import { choice } from '@proofmark/messages/page';
import type { ReportLanguage } from '@proofmark/messages/page-report';
import { encodeUtf8 } from '@proofmark/primitives';
import type { BadgeSummary } from '@proofmark/schemas';
import type { Entry } from './entries.js';

/** The words of a calendar, and what a badge without a name is called. */
export interface CalendarTexts {
  readonly calendar: ReportLanguage['later']['calendar'];
  readonly untitled: string;
}

/** How many days before the end the alarm is. */
const DAYS_BEFORE = 30;

/** Genuine badges that end after `now`. */
export function ending(entries: readonly Entry[], now: number): readonly BadgeSummary[] {
  return entries.flatMap(({ report }) => {
    const badge = report?.badge;
    if (!badge || !report.verdict.startsWith('genuine')) return [];
    return Date.parse(badge.validUntil ?? '') > now ? [badge] : [];
  });
}

/**
 * A calendar (RFC 5545) with the day on which each badge ends, and an alarm before it. `again` is the address at which a badge can be
 * checked again.
 */
export function toCalendar(
  badges: readonly BadgeSummary[],
  now: number,
  again: (badge: BadgeSummary) => string | null,
  texts: CalendarTexts,
): string {
  const lines = badges.flatMap((badge) => event(badge, now, again(badge), texts));
  return [...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Proofmark//Verification page//EN'], ...lines, 'END:VCALENDAR']
    .map(folded)
    .join('');
}

function event(badge: BadgeSummary, now: number, again: string | null, { calendar, untitled }: CalendarTexts): readonly string[] {
  const end = new Date(badge.validUntil ?? '');
  const name = shownText(badge.name ?? untitled, 120);
  const person = badge.recipient.name === null ? '' : shownText(badge.recipient.name, 80);
  const issuer = badge.issuer.name === null ? '' : shownText(badge.issuer.name, 80);
  const hasPerson = choice(person !== '');
  const until = end.toISOString().slice(0, 10);
  const description = calendar.description({ name, person, hasPerson, until, issuer, hasIssuer: choice(issuer !== '') });
  const check = again === null ? calendar['again-file'] : calendar.again({ address: again });
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(badge)}`,
    `DTSTAMP:${instant(new Date(now))}`,
    `DTSTART;VALUE=DATE:${instant(end).slice(0, 8)}`,
    'TRANSP:TRANSPARENT',
    `SUMMARY:${text(calendar.summary({ name, person, hasPerson }))}`,
    `DESCRIPTION:${text(`${description}\n${check}`)}`,
    ...(again === null ? [] : [`URL:${again}`]),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-P${DAYS_BEFORE}D`,
    `DESCRIPTION:${text(calendar.alarm({ days: DAYS_BEFORE, name, person, hasPerson }))}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** The same badge keeps its place in a calendar when it is saved again. */
const uidOf = ({ id, validUntil }: BadgeSummary): string =>
  text(`${shownText(id ?? 'badge', 200)}/${shownText(validUntil ?? '', 40)}@proofmark`);

const instant = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

/** A TEXT value (RFC 5545, 3.3.11). */
const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A content line, folded at 75 octets, cut between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  let [out, size] = ['', 0];
  for (const character of line) {
    const octets = encodeUtf8(character).length;
    if (size + octets > 75) {
      out += '\r\n ';
      size = 1;
    }
    out += character;
    size += octets;
  }
  return `${out}\r\n`;
}
