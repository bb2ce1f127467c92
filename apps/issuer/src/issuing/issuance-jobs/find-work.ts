import type { Clock, Store } from '../ports.js';
import type { BlobStore } from './blob-store.js';

/** Uploads that did not end after so long were broken off. */
const UPLOAD = 6 * 3600 * 1000;
const DAY = 24 * 3600 * 1000;
/** Days after its end in which a job is kept, with the rows that were refused. */
const JOB_DAYS = 30;

/** Orders what waits for a process: uploads that nobody reads, chunks that are due. Forgets what nobody needs any more. */
export async function findIssuanceWork(deps: { readonly store: Store; readonly blobs: BlobStore; readonly clock: Clock }): Promise<void> {
  const { store, blobs, clock } = deps;
  const now = clock.now();
  const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  const due = await store.issuanceChunks.findDue(now);
  await store.jobs.add(
    'issue-rows',
    due.map((issuerId) => ({ payload: { issuerId }, key: issuerId })),
  );
  const remove = async (key: { readonly issuerId: string; readonly jobId: string }): Promise<void> => {
    await blobs.delete({ issuerId: key.issuerId, blobId: key.jobId });
    await store.transaction((tx) => tx.issuanceJobs.remove(key));
  };
  for (const { state, issuerId, jobId } of await store.issuanceJobs.findUnread(now, ago(UPLOAD))) {
    if (state === 'uploading') await remove({ issuerId, jobId });
    else await store.jobs.add('read-upload', [{ payload: { issuerId, jobId }, key: jobId }]);
  }
  for (const key of await store.issuanceJobs.findOld(ago(JOB_DAYS * DAY))) await remove(key);
  await store.hostVisits.prune(ago(60_000));
}
