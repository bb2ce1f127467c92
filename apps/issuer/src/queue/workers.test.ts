import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JobHandlers, JobPayloads } from '../issuing/jobs.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import type { Store } from '../store/index.js';
import { postgresStore } from '../store/postgres-store.js';
import { createBoss, overPool } from './boss.js';
import { IDLE, ONE_EACH } from './idle-handlers.fixture.js';
import { startWorkers, type WorkerOptions, type Workers } from './workers.js';

type Work = JobPayloads['recheck-work'];
const issuerId = '0198ab00-0000-7000-8000-000000000000';
const work = (credentialId: string): { payload: Work; key: string } => ({ payload: { issuerId, credentialId }, key: credentialId });

let database: TestDatabase;
let store: Store;
const started: Workers[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  store = postgresStore(database.pool);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((workers) => workers.stop()));
  await database.pool.query('DELETE FROM pgboss.job');
});
afterAll(() => database.close());

const OPTIONS: WorkerOptions = {
  concurrency: { ...ONE_EACH, 'recheck-work': 3 },
  poll: 20,
  upkeep: 50,
  tick: 3_600_000,
  shortTick: 3_600_000,
  onError: () => undefined,
};

function begin(recheck: JobHandlers['recheck-work'], options: Partial<WorkerOptions> = {}): Workers {
  const handlers: JobHandlers = { ...IDLE, 'recheck-work': recheck };
  const workers = startWorkers(database.pool, handlers, { ...OPTIONS, ...options });
  started.push(workers);
  return workers;
}

const states = async (): Promise<readonly string[]> =>
  (await database.pool.query(`SELECT state FROM pgboss.job WHERE name = 'recheck-work'`)).rows.map(({ state }) => state);
const until = async (done: () => Promise<boolean> | boolean): Promise<void> =>
  expect.poll(done, { timeout: 60_000, interval: 20 }).toBe(true);

describe('jobs', () => {
  it('exist when the transaction that added them commits, and do not when it is rolled back', async () => {
    await expect(
      store.transaction(async (tx) => {
        await tx.jobs.add('recheck-work', [work('a')]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await store.jobs.waiting('recheck-work')).toBe(0);
    await store.transaction((tx) => tx.jobs.add('recheck-work', [work('a'), work('b')]));
    expect(await store.jobs.waiting('recheck-work')).toBe(2);
  });

  it('wait at most once for each key', async () => {
    await store.jobs.add('recheck-work', [work('a')]);
    await store.jobs.add('recheck-work', [work('a'), work('b')]);
    expect(await store.jobs.waiting('recheck-work')).toBe(2);
  });

  it('are each given to one of several workers, within the concurrency of each', async () => {
    const done: string[] = [];
    const busy = [0, 0];
    const most = [0, 0];
    for (const at of [0, 1]) {
      begin(async ({ credentialId }) => {
        busy[at]! += 1;
        most[at] = Math.max(most[at]!, busy[at]!);
        await new Promise((resolve) => setTimeout(resolve, 5));
        done.push(credentialId);
        busy[at]! -= 1;
      });
    }
    const names = Array.from({ length: 40 }, (_, at) => `badge-${at}`);
    await store.jobs.add('recheck-work', names.map(work));
    await until(async () => (await states()).every((state) => state === 'completed'));
    expect([...done].sort()).toEqual([...names].sort());
    expect(Math.max(...most)).toBeLessThanOrEqual(3);
    expect(Math.min(...most)).toBeGreaterThan(0);
  });

  it('are tried again when they fail, and given up in the end', async () => {
    let tries = 0;
    const errors: unknown[] = [];
    begin(
      async () => {
        tries += 1;
        throw new RangeError('ada@example.org');
      },
      { onError: (error, job) => errors.push([job, (error as Error).name]) },
    );
    await store.jobs.add('recheck-work', [work('a')]);
    for (let round = 1; round <= 6; round += 1) {
      await until(() => tries === round);
      await until(async () => (await states())[0] === (round === 6 ? 'failed' : 'retry'));
      await database.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
    }
    expect(errors).toEqual(Array(6).fill(['recheck-work', 'RangeError']));
    expect(JSON.stringify((await database.pool.query('SELECT output FROM pgboss.job')).rows)).not.toContain('ada');
  });

  it('are run again when their process died', async () => {
    await store.jobs.add('recheck-work', [work('a')]);
    // A process that takes the job and is never heard of again.
    const [taken] = await createBoss(overPool(database.pool)).fetch('recheck-work');
    expect(taken?.data).toEqual(work('a').payload);
    const done: Work[] = [];
    begin(async (payload) => void done.push(payload));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([done, await states()]).toEqual([[], ['active']]);
    await database.pool.query(`UPDATE pgboss.job SET started_on = started_on - interval '5 minutes'`);
    await until(async () => (await states())[0] === 'retry');
    await database.pool.query('UPDATE pgboss.job SET start_after = now()');
    await until(() => done.length === 1);
  });

  it('are done at once that were to be done in a future which the clock of the database has left again', async () => {
    await store.jobs.add('recheck-work', [work('a'), work('b')]);
    // As rows are that were written before the clock was set back by a day: one waits, one was taken by a process that died.
    await database.pool.query("UPDATE pgboss.job SET created_on = now() + interval '1 day', start_after = now() + interval '1 day'");
    await database.pool.query(
      `UPDATE pgboss.job SET state = 'active', started_on = now() + interval '1 day', expire_in = interval '1 second'
       WHERE name = 'recheck-work' AND data ->> 'credentialId' = 'b'`,
    );
    const done = new Set<string>();
    begin(async ({ credentialId }) => void done.add(credentialId));
    await until(() => done.has('a'));
    await database.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
    await until(async () => {
      await database.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
      return done.has('b');
    });
  });

  it('are aborted by a stop, which waits for them, and run another time', async () => {
    let [begun, told] = [false, false];
    const workers = begin(
      (_, signal) =>
        new Promise((_, reject) => {
          begun = true;
          signal.addEventListener('abort', () => {
            told = true;
            reject(new Error('stopped'));
          });
        }),
    );
    await store.jobs.add('recheck-work', [work('a')]);
    await until(() => begun);
    await workers.stop();
    expect([told, await states()]).toEqual([true, ['retry']]);
  });

  it('do not hold up a stop when they come from the queue just then', async () => {
    let workers: ReturnType<typeof begin>;
    let stopped: Promise<void> | undefined;
    const lateToListen = (_: Work, signal: AbortSignal): Promise<void> => {
      // The process begins to stop after the job was fetched and before anything listens.
      stopped ??= workers.stop();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    };
    workers = begin(lateToListen);
    await store.jobs.add('recheck-work', [work('a')]);
    await until(() => stopped !== undefined);
    await stopped;
    expect(await states()).toEqual(['retry']);
  });

  it('delay a stop only briefly when they ignore the abort signal', async () => {
    const workers = begin(() => new Promise(() => undefined));
    await store.jobs.add('recheck-work', [work('a')]);
    await until(async () => (await states())[0] === 'active');
    const began = performance.now();
    await workers.stop();
    expect([performance.now() - began < 3000, await states()]).toEqual([true, ['retry']]);
  });

  it('are fetched again after the database was away', async () => {
    const done: Work[] = [];
    const errors: unknown[] = [];
    await database.pool.query('ALTER TABLE pgboss.job RENAME TO hidden');
    begin(async (payload) => void done.push(payload), { onError: (error) => errors.push(error) });
    await until(() => errors.length > 2);
    await database.pool.query('ALTER TABLE pgboss.hidden RENAME TO job');
    await store.jobs.add('recheck-work', [work('a')]);
    await until(() => done.length === 1);
  });

  it('are left to a worker of another release when this one does not know their payload, and count as never tried', async () => {
    const newer = { ...work('a').payload, since: '2027-01-01' };
    const insert = (name: string, data: unknown) =>
      database.pool.query(
        `INSERT INTO pgboss.job (name, data, policy, retry_limit, expire_in)
         SELECT name, $2, policy, retry_limit, interval '5 minutes' FROM pgboss.queue WHERE name = $1`,
        [name, JSON.stringify(data)],
      );
    const left: string[] = [];
    const errors: unknown[] = [];
    const done: Work[] = [];
    await insert('recheck-work', newer);
    // One of those that are never tried again when they fail.
    await insert('seal-audit-log', { log: 'x' });
    const workers = begin(async (payload) => void done.push(payload), {
      onLeft: (name) => left.push(name),
      onError: (error) => errors.push(error),
    });
    const jobs = async () =>
      (
        await database.pool.query(
          `SELECT state, retry_count, data, start_after > now() AS later FROM pgboss.job WHERE data <> '{}' ORDER BY name`,
        )
      ).rows;
    const waits = (data: unknown) => ({ state: 'retry', retry_count: 0, data, later: true });
    for (let round = 0; round < 8; round += 1) {
      await database.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE data <> '{}'`);
      await expect.poll(jobs, { timeout: 60_000, interval: 20 }).toEqual([waits(newer), waits({ log: 'x' })]);
    }
    // What it knows is not held up behind them.
    await store.jobs.add('recheck-work', [work('b')]);
    await until(() => done.length === 1);
    expect([done, left.sort(), errors]).toEqual([[work('b').payload], ['recheck-work', 'seal-audit-log'], []]);
    await workers.stop();
    await database.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE data <> '{}'`);
    const [taken] = await createBoss(overPool(database.pool)).fetch('recheck-work');
    expect(taken?.data).toEqual(newer);
  });

  it('stay where they are when this release does not know their name', async () => {
    const boss = createBoss(overPool(database.pool));
    await boss.createQueue('of-a-later-release', { name: 'of-a-later-release', policy: 'short', retryLimit: 0 });
    await boss.insert([{ name: 'of-a-later-release', data: { to: 'do' } }]);
    const done: Work[] = [];
    begin(async (payload) => void done.push(payload), { upkeep: 20 });
    await store.jobs.add('recheck-work', [work('a')]);
    await until(() => done.length === 1);
    const { rows } = await database.pool.query("SELECT state, retry_count FROM pgboss.job WHERE name = 'of-a-later-release'");
    expect(rows).toEqual([{ state: 'created', retry_count: 0 }]);
    await database.pool.query("DELETE FROM pgboss.job WHERE name = 'of-a-later-release'");
    await boss.deleteQueue('of-a-later-release');
  });

  it('are ordered at every tick when they are regular, by one process at a time', async () => {
    const ticks = { due: 0, prune: 0 };
    const handlers: JobHandlers = {
      ...IDLE,
      'find-due-work': async () => {
        ticks.due += 1;
      },
      'prune-idempotency': async () => {
        ticks.prune += 1;
      },
    };
    for (const _ of [1, 2]) started.push(startWorkers(database.pool, handlers, { ...OPTIONS, tick: 30 }));
    await until(() => ticks.due >= 3 && ticks.prune >= 3);
  });
});
