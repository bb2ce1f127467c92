import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type JobWithProgress, withProgress } from './job-with-progress.js';
import { keyOf, loadJob } from './load-job.js';

/** Ends a job in its middle: rows that were not begun are no badges, those that are done stay. Again changes nothing. */
export async function cancelJob(
  deps: IdSource & { readonly store: Store },
  { actor, input }: Request<string>,
): Promise<Result<JobWithProgress>> {
  const loaded = await loadJob(deps.store.issuanceJobs, actor, input);
  if (!loaded.ok) return loaded;
  const key = keyOf(loaded.value);
  const cancelled = await deps.store.transaction(async (tx): Promise<Result<null>> => {
    const job = await tx.issuanceJobs.lock(key);
    if (job === null || job.state === 'cancelled') return done(null);
    if (job.state !== 'reading' && job.state !== 'running') return refused('conflict', 'This job has ended: there is nothing to cancel.');
    await tx.issuanceJobs.update(key, { state: 'cancelled', endedAt: deps.clock.now() });
    await tx.issuanceChunks.closeAll(key);
    await recordAct(deps, tx, actor, { action: 'issuance-job.cancelled', issuerId: key.issuerId, objectId: job.id });
    return done(null);
  });
  if (!cancelled.ok) return cancelled;
  const now = await deps.store.issuanceJobs.find(key);
  return done(await withProgress(deps, now ?? loaded.value));
}
