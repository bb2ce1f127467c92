import type { IdSource } from '../ports.js';

const DAY = 86_400_000;
/** Where rechecks are switched off, badges are scheduled within a week anyway, in case they are switched on again. */
const WEEK = 7;

/** When a new badge is rechecked first: at a random time within one period, so that the badges of one day are not due at once. */
export function scheduleFirst({ clock, random, recheckDays }: IdSource & { readonly recheckDays: number | null }): Date {
  const [a = 0, b = 0, c = 0] = random.bytes(3);
  const share = (a * 65_536 + b * 256 + c) / 16_777_216;
  return new Date(clock.now().getTime() + share * (recheckDays ?? WEEK) * DAY);
}

/** When a badge is rechecked after a recheck at `now`. */
export function scheduleNext(now: Date, recheckDays: number): Date {
  return new Date(now.getTime() + recheckDays * DAY);
}

/** When evidence that could not be reached is rechecked. */
export function scheduleRetry(now: Date): Date {
  return new Date(now.getTime() + DAY);
}
