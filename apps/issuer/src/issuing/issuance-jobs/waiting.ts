import type { RowProblem, RowResult } from '../../store/index.js';

const LONGEST = 3600;
/** Some three days. */
const TRIES = 80;

/**
 * A row of which the work could not be read, since nobody answered: it is tried again after a minute, then twice as long each time up to an hour; at
 * last it is refused. `after` seconds where it was not tried at all, which counts for nothing.
 */
export function waitingOf(
  problem: RowProblem,
  { tries, now, after }: { readonly tries: number; readonly now: Date; readonly after: number | null },
): RowResult {
  if (tries >= TRIES) return { state: 'refused', problem };
  const seconds = after ?? Math.min(LONGEST, 60 * 2 ** Math.min(tries, 10));
  return {
    state: 'waiting',
    problem,
    tries: after === null ? tries + 1 : tries,
    dueAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  };
}
