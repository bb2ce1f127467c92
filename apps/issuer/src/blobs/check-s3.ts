import { randomUUID } from 'node:crypto';
import { StartupError } from '../config/startup-error.js';
import { isRefusal, type S3Bucket, type S3Keys, type S3Refusal, s3Objects } from './s3-objects.js';

/** The start does not wait long for a storage that is away. */
const PATIENCE = { retries: 0, time: 5000 };

/**
 * Writes, reads and deletes a small object, as uploads are. Answers why that could not be tried, where the storage does not answer or is busy: such a fault
 * passes, and badges are issued without it. Null when all is well.
 *
 * @throws StartupError when the storage refuses: that does not pass by itself
 */
export async function checkS3(bucket: S3Bucket, keys: S3Keys): Promise<Error | null> {
  const ask = s3Objects(bucket, keys, PATIENCE);
  const name = `proofmark-check/${randomUUID()}`;
  try {
    await ask('PUT', name, Uint8Array.of(1));
    const found = await ask('GET', name);
    await ask('DELETE', name);
    if (found?.length !== 1) throw new StartupError('storage-refused', `${WHERE} does not give back what was written into it. ${REMEDY}`);
    return null;
  } catch (error) {
    if (isRefusal(error)) throw new StartupError('storage-refused', sentence(bucket, error), { cause: error });
    if (error instanceof StartupError || !(error instanceof Error)) throw error;
    return error;
  }
}

const WHERE = 'The storage of S3_ENDPOINT';
const REMEDY = 'Correct these settings, or remove all that begin with S3_ to keep uploads in the database.';

function sentence({ bucket, prefix }: S3Bucket, { status, code }: S3Refusal): string {
  const said = code === null ? `answers ${status}` : `answers ${status} (${code})`;
  if (code === 'NoSuchBucket' || status === 404)
    return `${WHERE} ${said}: it has no bucket "${bucket}". Make it, or set S3_BUCKET and S3_ENDPOINT to where it is.`;
  if (status === 401 || status === 403) {
    const objects = prefix === '' ? 'objects in it' : `objects under "${prefix}" in it`;
    return `${WHERE} ${said} for the bucket "${bucket}": S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY have to be a pair that may read, write and delete ${objects}. ${REMEDY}`;
  }
  return `${WHERE} ${said} for the bucket "${bucket}": look at S3_ENDPOINT and S3_REGION. ${REMEDY}`;
}
