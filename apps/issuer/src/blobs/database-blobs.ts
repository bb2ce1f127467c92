import type { BlobStore } from '../issuing/issuance-jobs/blob-store.js';
import type { Store } from '../store/index.js';
import { inParts } from './in-parts.js';

/** Bytes of one row. */
const PART = 1024 * 1024;

/** Blobs in rows of the database, each part committed by itself: one long transaction would hold up what follows it. */
export function databaseBlobs(parts: Store['blobParts'], size = PART): BlobStore {
  return {
    async put(key, bytes) {
      let n = 0;
      try {
        for await (const part of inParts(bytes, size)) {
          await parts.insert(key, n, part);
          n += 1;
        }
      } catch (error) {
        await parts.remove(key);
        throw error;
      }
    },
    async *read(key, from = 0) {
      let skip = from % size;
      for (let n = Math.floor(from / size); ; n += 1) {
        const part = await parts.read(key, n);
        if (part === null) return;
        yield part.subarray(skip);
        skip = 0;
      }
    },
    delete: (key) => parts.remove(key),
  };
}
