import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';

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

/** How often a request is tried again that the storage has no time for, and the milliseconds for all tries of one. */
interface S3Patience {
  readonly retries: number;
  readonly time: number;
}

/** The storage answered that it does not do what was asked. It names no key. */
export class S3Refusal extends Error {
  override name = 'S3Refusal';
  /** Of HTTP. */
  readonly status: number;
  /** Of S3, such as `NoSuchBucket`; null where it said none. */
  readonly code: string | null;

  constructor(method: string, status: number, code: string | null) {
    super(`the storage of S3_ENDPOINT answered ${status} to ${method} of a part of an upload`);
    this.status = status;
    this.code = code;
  }
}

/** Answers that tell of the storage and not of how it is asked: it is busy, or was too slow. */
const PASSING = [408, 425, 429];

/** Whether the storage refuses what is asked of it, which does not pass by itself. */
export function isRefusal(error: unknown): error is S3Refusal {
  return error instanceof S3Refusal && error.status < 500 && !PASSING.includes(error.status);
}

/** Asks for one object; the answer, or null where there is no such object. Path-style addresses, as all such storages have them. */
export type AskForObject = (
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
  name: string,
  body?: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array | null>;

export function s3Objects({ endpoint, region, bucket, prefix }: S3Bucket, keys: S3Keys, { retries, time }: S3Patience): AskForObject {
  const client = new AwsClient({ ...keys, service: 's3', region, retries });
  return async (method, name, body) => {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const answer = await client.fetch(`${endpoint}/${bucket}/${prefix}${name}`, {
      method,
      headers: { 'x-amz-content-sha256': hash },
      signal: AbortSignal.timeout(time),
      ...(body === undefined ? {} : { body }),
    });
    const found = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok) return found;
    const code = /<Code>([A-Za-z]{1,64})<\/Code>/.exec(Buffer.from(found.subarray(0, 4096)).toString('latin1'))?.[1] ?? null;
    if (answer.status === 404 && method !== 'PUT' && code !== 'NoSuchBucket') return null;
    throw new S3Refusal(method, answer.status, code);
  };
}
