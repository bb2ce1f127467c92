import type { BlobKey } from '../../store/index.js';

/** The storage does not answer, or is too busy: what was asked may work later. */
export class StorageAway extends Error {
  override name = 'StorageAway';
}

/** Where large bytes are kept. Throws a StorageAway for what passes. Every store passes the one contract suite. */
export interface BlobStore {
  /** Keeps a stream under a new key, with memory that does not grow with it; durable when it answers. What fails leaves nothing. */
  put(key: BlobKey, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes from a place on; none when there is no such blob. */
  read(key: BlobKey, from?: number): AsyncIterable<Uint8Array>;
  /** Again it does nothing. */
  delete(key: BlobKey): Promise<void>;
}
