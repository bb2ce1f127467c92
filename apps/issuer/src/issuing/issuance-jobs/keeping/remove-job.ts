import type { JobKey } from '../../../store/index.js';
import type { Store } from '../../ports.js';
import type { BlobStore } from '../blob-store.js';

/** Removes a job with its rows, and what is left of its upload. */
export async function removeJob({ store, blobs }: { readonly store: Store; readonly blobs: BlobStore }, key: JobKey): Promise<void> {
  await blobs.delete({ issuerId: key.issuerId, blobId: key.jobId });
  await store.transaction((tx) => tx.issuanceJobs.remove(key));
}
