import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobHandlers } from '../issuing/jobs.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { postgresStore } from '../store/postgres-store.js';
import { CONCURRENCY } from './concurrency.js';
import { newJobs } from './new-jobs.js';
import { startWorkers } from './workers.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const HOUR = 3_600_000;
const nothing = async (): Promise<void> => undefined;
const badge = (credentialId: string) => ({
  payload: { issuerId: '0198ab00-0000-7000-8000-000000000000', credentialId },
  key: credentialId,
});

describe('jobs that a process adds', () => {
  it('are begun by its own workers at once, and are told of only when the transaction commits', async () => {
    const news = newJobs();
    const store = postgresStore(database.pool, undefined, news.added);
    const done: string[] = [];
    const names = Object.keys(CONCURRENCY).map((name) => [name, nothing]);
    const handlers: JobHandlers = {
      ...(Object.fromEntries(names) as unknown as JobHandlers),
      'recheck-work': async ({ credentialId }) => void done.push(credentialId),
    };
    const slow = { poll: HOUR, tick: HOUR, shortTick: HOUR, upkeep: HOUR };
    const workers = startWorkers(database.pool, handlers, { ...slow, concurrency: CONCURRENCY, news, onError: () => undefined });
    const isDone = (id: string) => expect.poll(() => done.includes(id), { timeout: 60_000, interval: 20 }).toBe(true);
    await store.jobs.add('recheck-work', [badge('a')]);
    await isDone('a');
    await store.transaction((tx) => tx.jobs.add('recheck-work', [badge('b')]));
    await isDone('b');
    const before = news.count('recheck-work');
    const failing = store.transaction(async (tx) => {
      await tx.jobs.add('recheck-work', [badge('c')]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(news.count('recheck-work')).toBe(before);
    await workers.stop();
  });
});
