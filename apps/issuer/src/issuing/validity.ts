import type { IssueCredential } from '@proofmark/schemas/api';
import { done, invalid, type Result } from './result.js';

/** From when to when a badge holds, in milliseconds since 1970, whole seconds. */
export interface Validity {
  readonly from: number;
  readonly until: number | null;
}

/** The dates of a badge: those that were asked for, else from now on and for as long as the achievement says. */
export function validityOf(
  { validFrom, validUntil }: Pick<IssueCredential, 'validFrom' | 'validUntil'>,
  validFor: string | null,
  now: Date,
): Result<Validity> {
  const from = wholeSeconds(validFrom === undefined ? now.getTime() : Date.parse(validFrom));
  const until = validUntil === undefined ? (validFor === null ? null : addDuration(from, validFor)) : wholeSeconds(Date.parse(validUntil));
  if (until !== null && until <= from) return invalid('/validUntil', 'end-before-start', 'is not later than the start');
  return done({ from, until });
}

function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

/** Adds an ISO 8601 duration in calendar units, in UTC. A day that a month lacks becomes its last one: a month after 31 January is 28 February. */
export function addDuration(from: number, duration: string): number {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (match === null) throw new TypeError('not a duration in calendar units');
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last) + weeks * 7 + days);
  return date.getTime();
}
