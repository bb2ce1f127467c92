/** How far the clock of a reader may be behind that of a signer, in milliseconds: what was signed a moment ago has begun. An end gets no such grace. */
export const CLOCK_SKEW: number = 60_000;

/** Whether something that begins at `time` has not begun yet, with the grace of `CLOCK_SKEW`. Both in milliseconds since 1970 UTC. */
export function isEarly(time: number, now: number): boolean {
  return now + CLOCK_SKEW < time;
}

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Whether a text is an instant in the one form that we write, whole seconds with `Z`, and a real date: `2026-11-22T09:00:00Z`. */
export function isCanonicalInstant(text: string): boolean {
  return parseInstant(text) !== null;
}

/** The instant of a text in our one form, in milliseconds since 1970 UTC; null for any other form and for a date that does not exist. */
export function parseInstant(text: string): number | null {
  if (!CANONICAL.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  // Only a day after the 28th, and the hour 24, are moved on by the parser; to write a date out takes ten times as long as to read it.
  const isKept = text.slice(8, 10) <= '28' && text.slice(11, 13) < '24';
  return isKept || new Date(time).toISOString().startsWith(text.slice(0, 19)) ? time : null;
}

/** Whether an instant, in milliseconds since 1970 UTC, lies in the years 1 to 9999, so that `formatInstant` can write it. */
export function isFormattable(milliseconds: number): boolean {
  return milliseconds >= -62_135_596_800_000 && milliseconds < 253_402_300_800_000;
}

/**
 * An instant as whole seconds with `Z`, the one form that we write. Milliseconds are cut, not rounded. Throws a RangeError outside of the
 * years 1 to 9999.
 */
export function formatInstant(milliseconds: number): string {
  if (!isFormattable(milliseconds)) {
    throw new RangeError('An instant must lie between the years 1 and 9999.');
  }
  return `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
