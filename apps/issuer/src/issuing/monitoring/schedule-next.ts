import type { IdSource } from '../ports.js';

const DAY = 86_400_000;
/** Where looking is switched off, badges get their places in a week all the same, in case it is switched on again. */
const WEEK = 7;

/** When the work of a new badge is looked at first: some time within one period, so that a thousand badges of one day are not due at once. */
export function scheduleFirst({ clock, random, recheckDays }: IdSource & { readonly recheckDays: number | null }): Date {
  const [a = 0, b = 0, c = 0] = random.bytes(3);
  const share = (a * 65_536 + b * 256 + c) / 16_777_216;
  return new Date(clock.now().getTime() + share * (recheckDays ?? WEEK) * DAY);
}

/** When work is looked at again after a look at `now`. */
export function scheduleNext(now: Date, recheckDays: number): Date {
  return new Date(now.getTime() + recheckDays * DAY);
}

/** When work is looked at again that nobody could reach. */
export function scheduleRetry(now: Date): Date {
  return new Date(now.getTime() + DAY);
}
