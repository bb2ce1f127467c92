import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuing, makeTenant, startIssuing } from '../issuing/issuing.fixture.js';
import { describeBlobStore, SIZE } from './blob-store-contract.fixture.js';
import { databaseBlobs } from './database-blobs.js';
import { s3Blobs } from './s3-blobs.js';
import { type S3Server, s3Server } from './s3-server.fixture.js';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const BUCKET = { region: 'eu-central-1', bucket: 'uploads', prefix: 'proofmark/' };
const ISSUERS = ['01981f2a-7c3e-7b52-9d41-aaaaaaaaaaaa', '01981f2a-7c3e-7b52-9d41-bbbbbbbbbbbb'] as const;

let issuing: Issuing;
let storage: S3Server;
beforeAll(async () => {
  [issuing, storage] = await Promise.all([startIssuing(), s3Server(BUCKET.bucket, KEYS, BUCKET.region)]);
});
afterAll(async () => {
  await storage.close();
  await issuing.close();
});

describeBlobStore('PostgreSQL', async () => {
  const [one, other] = [await makeTenant(issuing, 'one'), await makeTenant(issuing, 'other')];
  return {
    blobs: databaseBlobs(issuing.store.blobParts, SIZE),
    issuers: [one.issuer.id, other.issuer.id],
    parts: async () => (await issuing.database.pool.query('SELECT count(*)::int AS n FROM blob_part')).rows[0].n,
  };
});

describeBlobStore('S3', async () => ({
  blobs: s3Blobs({ ...BUCKET, endpoint: storage.origin }, KEYS, SIZE),
  issuers: ISSUERS,
  parts: async () => storage.objects.size,
}));

describe('blobs in S3-compatible storage', () => {
  const key = { issuerId: ISSUERS[0], blobId: '01981f2a-7c3e-7b52-9d41-cccccccccccc' };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10);
  }
  const read = async (blobs: ReturnType<typeof s3Blobs>): Promise<number> => {
    let length = 0;
    for await (const part of blobs.read(key)) length += part.length;
    return length;
  };

  it('are asked for again while the storage is busy, and are signed each time', async () => {
    const before = storage.refused.length;
    const blobs = s3Blobs({ ...BUCKET, endpoint: storage.origin }, KEYS);
    storage.state.busy = 2;
    await blobs.put(key, bytes());
    storage.state.busy = 2;
    expect([await read(blobs), storage.refused.length]).toEqual([10, before]);
    expect([...storage.objects.keys()]).toContain(`/uploads/proofmark/${key.issuerId}/${key.blobId}/000000`);
    await blobs.delete(key);
  });

  it('are an error, and not an empty blob, when the keys or the bucket are wrong; the error names no key', async () => {
    const wrong = { ...KEYS, secretAccessKey: 'another' };
    const stranger = s3Blobs({ ...BUCKET, endpoint: storage.origin }, wrong);
    const astray = s3Blobs({ ...BUCKET, bucket: 'gone', endpoint: storage.origin }, KEYS);
    const said: string[] = [];
    for (const work of [() => read(stranger), () => stranger.put(key, bytes()), () => read(astray), () => astray.put(key, bytes())])
      said.push(await work().then(String, (error: Error) => error.message));
    expect(said).toEqual([403, 403, 404, 404].map((status) => expect.stringContaining(`answered ${status} to `)));
    for (const secret of [KEYS.accessKeyId, wrong.secretAccessKey]) expect(said.join()).not.toContain(secret);
  });
});
