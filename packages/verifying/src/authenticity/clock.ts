/**
 * How far the reader's clock may be behind the issuer's, in milliseconds: a badge or a status list that was signed a moment ago has begun.
 * An end gets no such grace.
 */
const CLOCK_SKEW = 60_000;

/** Whether something that begins at `time` has not begun yet. */
export function isEarly(time: number, now: number): boolean {
  return now + CLOCK_SKEW < time;
}
