import { type BlobStore, StorageAway } from '../issuing/issuance-jobs/blob-store.js';
import type { BlobKey } from '../store/index.js';
import { inParts } from './in-parts.js';
import { type AskForObject, isRefusal, type S3Bucket, type S3Keys, s3Objects } from './s3-objects.js';

/** Bytes of one object. */
const PART = 4 * 1024 * 1024;
const PATIENCE = { retries: 4, time: 60_000 };

/**
 * Blobs in S3-compatible storage, each as objects of some megabytes, numbered from 0: so a blob that was broken off can be removed, which an upload in
 * S3's own parts could not be by its name. Throws an Error that names the status, and no key; a StorageAway when the storage does not answer or is busy.
 */
export function s3Blobs(bucket: S3Bucket, keys: S3Keys, size = PART): BlobStore {
  const asked = s3Objects(bucket, keys, PATIENCE);
  const ask: AskForObject = (...question) =>
    asked(...question).catch((cause: unknown) => {
      throw isRefusal(cause) ? cause : new StorageAway('the storage of S3_ENDPOINT does not answer, or is busy', { cause });
    });
  const nameOf = ({ issuerId, blobId }: BlobKey, n: number): string => `${issuerId}/${blobId}/${String(n).padStart(6, '0')}`;

  async function remove(key: BlobKey): Promise<void> {
    let count = 0;
    while ((await ask('HEAD', nameOf(key, count))) !== null) count += 1;
    // From the end, so that what a broken-off removal leaves can still be counted.
    for (let n = count - 1; n >= 0; n -= 1) await ask('DELETE', nameOf(key, n));
  }

  return {
    async put(key, bytes) {
      let n = 0;
      try {
        for await (const part of inParts(bytes, size)) {
          await ask('PUT', nameOf(key, n), part);
          n += 1;
        }
      } catch (error) {
        // What cannot be removed just now is removed with its job.
        await remove(key).catch(() => undefined);
        throw error;
      }
    },
    async *read(key, from = 0) {
      let skip = from % size;
      for (let n = Math.floor(from / size); ; n += 1) {
        const part = await ask('GET', nameOf(key, n));
        if (part === null) return;
        yield part.subarray(skip);
        skip = 0;
      }
    },
    delete: remove,
  };
}
