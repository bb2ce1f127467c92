import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { BlobStore } from '../issuing/issuance-jobs/blob-store.js';
import type { BlobKey } from '../store/index.js';
import { inParts } from './in-parts.js';

/** Where blobs are kept in a storage that speaks the S3 API. */
export interface S3Bucket {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before the name of each object; may be empty. */
  readonly prefix: string;
}

export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Bytes of one object. */
const PART = 4 * 1024 * 1024;
/** Milliseconds for one request, further tries included. */
const PATIENCE = 60_000;
const RETRIES = 4;

/**
 * Blobs in S3-compatible storage, each as objects of some megabytes, numbered from 0: so a blob that was broken off can be removed, which an upload in
 * S3's own parts could not be by its name. Path-style addresses, as all such storages have them. Throws an Error that names the status, and no key.
 */
export function s3Blobs({ endpoint, region, bucket, prefix }: S3Bucket, keys: S3Keys, size = PART): BlobStore {
  const client = new AwsClient({ ...keys, service: 's3', region, retries: RETRIES });
  const addressOf = ({ issuerId, blobId }: BlobKey, n: number): string =>
    `${endpoint}/${bucket}/${prefix}${issuerId}/${blobId}/${String(n).padStart(6, '0')}`;

  /** The answer; null where there is no such object. */
  async function ask(
    method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
    key: BlobKey,
    n: number,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array | null> {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const answer = await client.fetch(addressOf(key, n), {
      method,
      headers: { 'x-amz-content-sha256': hash },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body }),
    });
    const found = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok) return found;
    if (answer.status === 404 && method !== 'PUT' && !Buffer.from(found).includes('NoSuchBucket')) return null;
    throw new Error(`the storage of S3_ENDPOINT answered ${answer.status} to ${method} of a part of an upload`);
  }

  async function remove(key: BlobKey): Promise<void> {
    let count = 0;
    while ((await ask('HEAD', key, count)) !== null) count += 1;
    // From the end, so that what a broken-off removal leaves can still be counted.
    for (let n = count - 1; n >= 0; n -= 1) await ask('DELETE', key, n);
  }

  return {
    async put(key, bytes) {
      let n = 0;
      try {
        for await (const part of inParts(bytes, size)) {
          await ask('PUT', key, n, part);
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
        const part = await ask('GET', key, n);
        if (part === null) return;
        yield part.subarray(skip);
        skip = 0;
      }
    },
    delete: remove,
  };
}
