import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, ServiceUnavailable } from '@proofmark/client';

/** Calls the service, again and again while the connection is lost. */
export type KeepTrying = <T>(act: () => Promise<T>) => Promise<T>;

/** Milliseconds for which a service that never answered is tried, and one that did. */
const FIRST = 5000;
const LONGEST = 900_000;
/** Problems that pass. */
const PASSING = ['unavailable', 'database-unavailable', 'too-many-requests', 'request-in-progress'];

export interface Clockwork {
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

/**
 * Makes a caller that tries again for a quarter of an hour after the service answered once, and for some seconds before that: then the address may be
 * wrong.
 *
 * @param tell is told once each time that the connection is lost
 */
export function keepTrying(tell: (text: string) => void, clock: Clockwork = { now: () => Date.now(), wait }): KeepTrying {
  let answered = false;
  return async (act) => {
    const begun = clock.now();
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await act();
        answered = true;
        return result;
      } catch (error) {
        const pause = pauseAfter(error, tries);
        if (pause === null || clock.now() - begun + pause > (answered ? LONGEST : FIRST)) throw error;
        if (tries === 0) tell(`${(error as Error).message} Trying again …`);
        await clock.wait(pause);
      }
    }
  };
}

/** In milliseconds; null for what does not pass. */
function pauseAfter(error: unknown, tries: number): number | null {
  const passes = error instanceof ServiceUnavailable ? error.retryable : error instanceof ApiProblem && PASSING.includes(error.code);
  if (!passes) return null;
  const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1000 : 0;
  return Math.max(asked, Math.min(15_000, 500 * 2 ** Math.min(tries, 5)));
}
