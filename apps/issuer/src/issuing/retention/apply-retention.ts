import type { JobKey } from '../../store/index.js';
import type { BlobStore } from '../issuance-jobs/blob-store.js';
import { removeJob } from '../issuance-jobs/keeping/remove-job.js';
import type { Clock, Store } from '../ports.js';
import { type EndedRecipients, eraseEnded } from './erase-ended.js';
import { USUAL } from './retention.js';

export interface ApplyingRetention extends EndedRecipients {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly clock: Clock;
}

/**
 * Removes what was kept as long as its issuer wants: what stands in the rows of jobs that ended, the jobs, and people whose badges have all ended. As a job
 * it may run twice, and several processes may run it at once.
 */
export async function applyRetention(deps: ApplyingRetention, signal?: AbortSignal): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  await each(
    () => store.retention.jobsToRemove(now, USUAL.jobDays),
    (key) => removeJob(deps, key),
    signal,
  );
  await each(
    () => store.retention.jobsToEmpty(now, USUAL.refusedRowDays),
    (key) => emptyJob(deps, key),
    signal,
  );
  await eraseEnded(deps, signal);
}

/** Until none is left. Each that is done is not found again. */
async function each(find: () => Promise<readonly JobKey[]>, act: (key: JobKey) => Promise<void>, signal: AbortSignal | undefined) {
  for (;;) {
    const found = await find();
    for (const key of found) {
      if (signal?.aborted) return;
      await act(key);
    }
    if (found.length === 0) return;
  }
}

async function emptyJob({ store, blobs, clock }: ApplyingRetention, key: JobKey): Promise<void> {
  const emptied = await store.transaction(async (tx) => {
    const job = await tx.issuanceJobs.lock(key);
    // It was removed, or resumed.
    if (job === null || job.endedAt === null) return false;
    await tx.retention.emptyRows(key);
    await tx.issuanceJobs.update(key, { contentDroppedAt: clock.now() });
    return true;
  });
  // An upload that was not read to its end is there as long as its job; nothing reads it any more.
  if (emptied) await blobs.delete({ issuerId: key.issuerId, blobId: key.jobId });
}
