import type { Clock, Store } from '../ports.js';
import { scheduleNext } from './schedule-next.js';

const BATCH = 500;
/** When so many wait already, more are only added once some are done: those that are due longest stay first. */
const ENOUGH = 2000;

/**
 * Orders a recheck of every badge that is due for one. The order and the next date are one transaction, so that no badge is
 * forgotten, and none is ordered twice. Answers how many were ordered.
 */
export async function orderDueRechecks(
  { store, clock, recheckDays }: { readonly store: Store; readonly clock: Clock; readonly recheckDays: number | null },
  signal?: AbortSignal,
): Promise<number> {
  if (recheckDays === null) return 0;
  for (let ordered = 0; ; ) {
    if (signal?.aborted || (await store.jobs.waiting('recheck-work')) >= ENOUGH) return ordered;
    const { taken, more } = await store.transaction(async (tx) => {
      const now = clock.now();
      const due = await tx.work.takeDue(BATCH, now, scheduleNext(now, recheckDays));
      await tx.jobs.add(
        'recheck-work',
        due.taken.map((badge) => ({ payload: badge, key: badge.credentialId })),
      );
      return due;
    });
    ordered += taken.length;
    if (!more) return ordered;
  }
}
