import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, startService } from '../service.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { checkS3 } from './check-s3.js';
import { type S3Server, s3Server } from './s3-server.fixture.js';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const BUCKET = { region: 'eu-central-1', bucket: 'uploads', prefix: 'proofmark/' };

let storage: S3Server;
let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'proofmark-storage-'));
beforeAll(async () => {
  [storage, database] = await Promise.all([s3Server(BUCKET.bucket, KEYS, BUCKET.region), createTestDatabase()]);
});
afterAll(async () => {
  await storage.close();
  await database.close();
  rmSync(dataDir, { recursive: true });
});

const start = (settings: Record<string, string>, lines: string[] = []) =>
  startService(
    readConfiguration({
      ...{ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'error', PUBLIC_BASE_URL: 'http://localhost:3999' },
      ...{ S3_ENDPOINT: storage.origin, S3_BUCKET: BUCKET.bucket, S3_REGION: BUCKET.region, S3_PREFIX: BUCKET.prefix },
      ...{ S3_ACCESS_KEY_ID: KEYS.accessKeyId, S3_SECRET_ACCESS_KEY: KEYS.secretAccessKey },
      ...settings,
    }),
    { checkSignatures: async () => undefined, writeLog: (line) => void lines.push(line) },
  );

describe('the storage of uploads, at the start', () => {
  it('is tried with an object that is gone afterwards', async () => {
    expect(await checkS3({ ...BUCKET, endpoint: storage.origin }, KEYS)).toBeNull();
    expect([storage.objects.size, storage.refused]).toEqual([0, []]);
  });

  it.each([
    ['a bucket that is not there', { S3_BUCKET: 'gone' }, /no bucket "gone".* S3_BUCKET/],
    ['a wrong key', { S3_SECRET_ACCESS_KEY: 'another' }, /403 \(SignatureDoesNotMatch\).*S3_SECRET_ACCESS_KEY/],
    ['a wrong region', { S3_REGION: 'us-west-2' }, /403/],
  ])('ends the start for %s, and says what to set', async (_, settings, said) => {
    const failed = await start(settings).then(
      () => null,
      (error: Error) => error,
    );
    expect(failed).toMatchObject({ name: 'StartupError', code: 'storage-refused', message: expect.stringMatching(said) });
    for (const secret of [KEYS.accessKeyId, KEYS.secretAccessKey, 'another']) expect(failed?.message).not.toContain(secret);
  });

  it.each([
    ['is busy', () => ({ S3_ENDPOINT: storage.origin })],
    ['is not reached', () => ({ S3_ENDPOINT: 'http://127.0.0.1:9' })],
  ])('does not keep the service from starting when it %s, and the log tells of it', async (_, settings) => {
    storage.state.busy = 1;
    const lines: string[] = [];
    const service = await start(settings(), lines);
    try {
      expect((await fetch(`http://127.0.0.1:${service.port}/readyz`)).status).toBe(200);
      expect(lines.join('')).toContain('the storage of S3_ENDPOINT does not answer');
    } finally {
      storage.state.busy = 0;
      await service.close();
    }
  });
});
