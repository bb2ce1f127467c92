import { formatInstant, isDate, isFormattable, parseDateTimeZ } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';

/** ISO 8601 with a time zone; seconds may be left out, and minutes of the zone too (Open Badges 2.0, "DateTime"). */
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d{1,20})?)?(?:(Z)|([+-]\d\d)(?::?(\d\d))?)$/;
/** Seconds since 1970, of which the years from 2001 to 2286 have ten digits. */
const UNIX_TIME = /^\d{10}$/;

/**
 * The instant of a date in an older badge, in milliseconds since 1970 UTC; null when it is none. Open Badges 1.1 also has a date alone,
 * read as its first moment in UTC, and Unix time, as text or number.
 */
export function parseOlderDate(value: Json | undefined, version: '1.1' | '2.0' | null): number | null {
  if (version === '1.1' && (typeof value === 'number' || typeof value === 'string')) {
    const text = String(value);
    if (UNIX_TIME.test(text)) return Number(text) * 1000;
    if (isDate(text)) return parseDateTimeZ(`${text}T00:00:00Z`);
  }
  if (typeof value !== 'string') return null;
  const [, minute, seconds = ':00', utc, hours, minutes = '00'] = DATE_TIME.exec(value) ?? [];
  if (minute === undefined) return null;
  return parseDateTimeZ(`${minute}${seconds}${utc ?? `${hours}:${minutes}`}`);
}

/**
 * A date of an older badge as text for people: as it is written where that is a date-time of today's standard or leaves the years 1 to 9999
 * in UTC, else the same instant.
 */
export function writtenDate(value: Json | undefined, version: '1.1' | '2.0' | null): string | null {
  const time = parseOlderDate(value, version);
  const text = typeof value === 'string' ? value : null;
  if (time === null || !isFormattable(time)) return text;
  return text !== null && parseDateTimeZ(text) !== null ? text : formatInstant(time);
}
