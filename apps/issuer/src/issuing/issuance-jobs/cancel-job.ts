import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import { done, type Result, refused } from '../result.js';
import { actOnJob, type JobActing } from './act-on-job.js';
import type { JobWithProgress } from './job-with-progress.js';

/** Ends a job in its middle: rows that were not begun are no badges, those that are done stay. Again changes nothing. */
export async function cancelJob(deps: JobActing, request: Request<string>): Promise<Result<JobWithProgress>> {
  return actOnJob(deps, request, async (tx, job, key) => {
    if (job === null || job.state === 'cancelled') return done(null);
    if (job.state !== 'reading' && job.state !== 'running') return refused('conflict', 'This job has ended: there is nothing to cancel.');
    await tx.issuanceJobs.update(key, { state: 'cancelled', endedAt: deps.clock.now() });
    await tx.issuanceChunks.closeAll(key);
    await recordAct(deps, tx, request.actor, { action: 'issuance-job.cancelled', issuerId: key.issuerId, objectId: job.id });
    return done(null);
  });
}
