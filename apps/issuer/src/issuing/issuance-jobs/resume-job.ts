import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type JobWithProgress, withProgress } from './job-with-progress.js';
import { keyOf, loadJob } from './load-job.js';
import { orderRows } from './read-job.js';

/** Goes on with a job that was cancelled. One that goes on already stays as it is. */
export async function resumeJob(
  deps: IdSource & { readonly store: Store },
  { actor, input }: Request<string>,
): Promise<Result<JobWithProgress>> {
  const loaded = await loadJob(deps.store.issuanceJobs, actor, input);
  if (!loaded.ok) return loaded;
  const key = keyOf(loaded.value);
  const resumed = await deps.store.transaction(async (tx): Promise<Result<null>> => {
    const job = await tx.issuanceJobs.lock(key);
    if (job === null || job.state === 'reading' || job.state === 'running') return done(null);
    if (job.state !== 'cancelled')
      return refused(
        'conflict',
        'This job was not cancelled. To try its refused rows again: POST …/retry; a file that could not be read is sent again.',
      );
    const now = deps.clock.now();
    // Whoever resumes it answers for it from here on.
    const state = job.readAt === null ? 'reading' : 'running';
    await tx.issuanceJobs.update(key, { state, endedAt: null, apiKeyId: actor.keyId });
    if (job.readAt !== null) await tx.issuanceChunks.openAll(key, now);
    else await tx.jobs.add('read-upload', [{ payload: key, key: job.id }]);
    if (!(await tx.issuanceJobs.endIfDone(key, now))) await orderRows(tx, key.issuerId);
    await recordAct(deps, tx, actor, { action: 'issuance-job.resumed', issuerId: key.issuerId, objectId: job.id });
    return done(null);
  });
  if (!resumed.ok) return resumed;
  const now = await deps.store.issuanceJobs.find(key);
  return done(await withProgress(deps, now ?? loaded.value));
}
