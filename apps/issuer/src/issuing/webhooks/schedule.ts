const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each attempt the next one follows, in milliseconds; together a little more than three days. `docs/webhooks.md` has them too. */
export const RETRIES: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
];

/** A webhook to which nothing arrived for so long is disabled, in milliseconds. */
export const PATIENCE = 72 * HOUR;

/** Part of a delay by which it is made longer at most, so that what failed together is not tried together. */
const JITTER = 0.1;

/** The longest pause of a webhook between two attempts of whichever deliveries, in milliseconds. */
const LONGEST_REST = MINUTE;

/**
 * Milliseconds until the next attempt of a delivery; null after the last.
 *
 * @param attempts how many were made
 * @param chance from 0 to 1
 * @param retryAfter the seconds that the receiver asked for; no less is waited
 */
export function retryDelay(attempts: number, chance: number, retryAfter: number | null): number | null {
  const delay = RETRIES[attempts - 1];
  if (delay === undefined) return null;
  return Math.max(Math.round(delay * (1 + JITTER * chance)), (retryAfter ?? 0) * SECOND);
}

/** Milliseconds for which a webhook is left alone after so many failures in a row: one that hangs takes little time from the others. */
export function restAfter(failures: number): number {
  return Math.min(SECOND * 2 ** Math.min(failures - 1, 10), LONGEST_REST);
}
