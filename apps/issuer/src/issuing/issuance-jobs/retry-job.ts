import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import { done, type Result, refused } from '../result.js';
import { actOnJob, type JobActing, refuseJobs, rowsAreGone, wasTakenBack } from './act-on-job.js';
import type { JobWithProgress } from './job-with-progress.js';
import { orderRows } from './order-rows.js';

/**
 * Tries the rows of a job again that were refused, and those that wait at once: what refused them, such as the policy of the achievement, may have
 * changed. Those whose form was wrong are refused again.
 */
export async function retryJob(deps: JobActing, request: Request<string>): Promise<Result<JobWithProgress>> {
  return actOnJob(deps, request, async (tx, job, key) => {
    const suspended = await refuseJobs(tx, key.issuerId);
    if (suspended !== null) return suspended;
    if (job === null || job.state === 'failed')
      return refused('conflict', 'The upload of this job could not be read: correct the file and send it as a new job.');
    if (job.state === 'cancelled') return refused('conflict', 'This job was cancelled. To go on with it: POST …/resume.');
    if (job.state === 'reading') return refused('conflict', 'The upload of this job is still read. Send this when all of it is.');
    if (job.contentDroppedAt !== null) return rowsAreGone();
    if ((await tx.bulkActs.ofJob(key.issuerId, key.jobId)) !== null) return wasTakenBack();
    const now = deps.clock.now();
    for await (const chunk of tx.issuanceChunks.lockEach(key)) {
      const results = chunk.results.map((result, at) =>
        result?.state === 'refused' && chunk.content[at] != null
          ? null
          : result?.state === 'waiting'
            ? { ...result, dueAt: now.toISOString() }
            : result,
      );
      await tx.issuanceChunks.reopen({ ...key, nr: chunk.nr }, results, now);
    }
    await tx.issuanceJobs.update(key, { state: 'running', endedAt: null, apiKeyId: request.actor.keyId });
    if (!(await tx.issuanceJobs.endIfDone(key, now))) await orderRows(tx, key.issuerId);
    await recordAct(deps, tx, request.actor, { action: 'issuance-job.retried', issuerId: key.issuerId, objectId: job.id });
    return done(null);
  });
}
