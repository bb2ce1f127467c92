import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import { done, type Result, refused } from '../result.js';
import { actOnJob, type JobActing, refuseJobs, rowsAreGone, wasTakenBack } from './act-on-job.js';
import type { JobWithProgress } from './job-with-progress.js';
import { orderRows } from './order-rows.js';

/** Goes on with a job that was cancelled. One that goes on already stays as it is. */
export async function resumeJob(deps: JobActing, request: Request<string>): Promise<Result<JobWithProgress>> {
  return actOnJob(deps, request, async (tx, job, key) => {
    const suspended = await refuseJobs(tx, key.issuerId);
    if (suspended !== null) return suspended;
    if (job === null || job.state === 'reading' || job.state === 'running') return done(null);
    if (job.state !== 'cancelled')
      return refused(
        'conflict',
        'This job was not cancelled. To try its refused rows again: POST …/retry; a file that could not be read is sent again.',
      );
    if (job.contentDroppedAt !== null) return rowsAreGone();
    if ((await tx.bulkActs.ofJob(key.issuerId, key.jobId)) !== null) return wasTakenBack();
    const now = deps.clock.now();
    // Whoever resumes it answers for it from here on.
    const state = job.readAt === null ? 'reading' : 'running';
    await tx.issuanceJobs.update(key, { state, endedAt: null, apiKeyId: request.actor.keyId });
    if (job.readAt !== null) await tx.issuanceChunks.openAll(key, now);
    else await tx.jobs.add('read-upload', [{ payload: key, key: job.id }]);
    if (!(await tx.issuanceJobs.endIfDone(key, now))) await orderRows(tx, key.issuerId);
    await recordAct(deps, tx, request.actor, { action: 'issuance-job.resumed', issuerId: key.issuerId, objectId: job.id });
    return done(null);
  });
}
