import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { kyselyOver } from '../store/postgres-store.js';
import { jobBacklog } from './job-backlog.js';
import { jobRepository } from './job-repository.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('counts the jobs that could be done now, and not those that are put off', async () => {
  const db = kyselyOver(database.pool);
  const badge = (n: number) => ({ issuerId: 'a', credentialId: String(n) });
  const jobs = jobRepository(db);
  await jobs.add('recheck-work', [
    ...[1, 2].map((n) => ({ payload: badge(n), key: String(n), startAfter: new Date(Date.now() - 30_000) })),
    { payload: badge(3), key: '3', startAfter: new Date(Date.now() + 3_600_000) },
  ]);
  const [only, ...others] = await jobBacklog(db);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ name: 'recheck-work', waiting: 2 });
  expect(only?.oldestSeconds).toBeGreaterThanOrEqual(30);
  expect(only?.oldestSeconds).toBeLessThan(90);
});
