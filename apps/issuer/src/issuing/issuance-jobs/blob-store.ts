import type { BlobKey } from '../../store/index.js';

/** Where large bytes are kept. Every store passes the one contract suite. */
export interface BlobStore {
  /** Keeps a stream under a new key, with memory that does not grow with it; durable when it answers. What fails leaves nothing. */
  put(key: BlobKey, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes from a place on; none when there is no such blob. */
  read(key: BlobKey, from?: number): AsyncIterable<Uint8Array>;
  /** Again it does nothing. */
  delete(key: BlobKey): Promise<void>;
}
