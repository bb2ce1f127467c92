import type { Clock, Store } from '../ports.js';
import type { BlobStore } from './blob-store.js';
import { removeJob } from './keeping/remove-job.js';

/** Uploads that did not end after so long were broken off. */
const UPLOAD = 6 * 3600 * 1000;

/** Adds jobs to the queue for uploads that no process reads and for chunks that are due. Deletes uploads that were broken off. */
export async function findIssuanceWork(deps: { readonly store: Store; readonly blobs: BlobStore; readonly clock: Clock }): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  const due = await store.issuanceChunks.findDue(now);
  await store.jobs.add(
    'issue-rows',
    due.map((issuerId) => ({ payload: { issuerId }, key: issuerId })),
  );
  const faults: unknown[] = [];
  for (const { state, issuerId, jobId } of await store.issuanceJobs.findUnread(now, ago(UPLOAD))) {
    if (state === 'uploading') await removeJob(deps, { issuerId, jobId }).catch((error: unknown) => void faults.push(error));
    else await store.jobs.add('read-upload', [{ payload: { issuerId, jobId }, key: jobId }]);
  }
  await store.hostVisits.prune(ago(60_000));
  // What is left of one broken upload is no reason to leave other work.
  if (faults.length > 0) throw new AggregateError(faults, 'what is left of uploads that were broken off could not be removed');
}
