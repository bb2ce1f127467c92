import { afterEach, describe, expect, it } from 'vitest';
import { createPool } from './pool.js';
import { setUp } from './set-up.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const open: TestDatabase[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});
async function empty(): Promise<TestDatabase> {
  const database = await createTestDatabase({ migrated: false });
  open.push(database);
  return database;
}

describe('processes that start at the same time', () => {
  it('all come up on an empty database, and the schema and the queue are made once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { url } = await empty();
      const pools = Array.from({ length: 3 + (round % 3) }, () => createPool(url, { max: 3 }));
      const outcomes = await Promise.allSettled(pools.map(setUp));
      await Promise.all(pools.map((pool) => pool.end()));
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    }
  });

  it('find everything there on a database that is up to date', async () => {
    const { url, pool } = await empty();
    await setUp(pool);
    const pools = Array.from({ length: 5 }, () => createPool(url, { max: 3 }));
    await Promise.all(pools.map(setUp));
    await Promise.all(pools.map((each) => each.end()));
    const { rows } = await pool.query("SELECT count(*) AS queues FROM pgboss.queue WHERE name = 'recheck-work'");
    expect(rows).toEqual([{ queues: 1 }]);
  });

  it('hold no lock of a session, and none at all afterwards', async () => {
    const { pool } = await empty();
    await setUp(pool);
    const { rows } = await pool.query(
      "SELECT count(*) AS held FROM pg_locks JOIN pg_database d ON d.oid = database WHERE locktype = 'advisory' AND datname = current_database()",
    );
    expect(rows).toEqual([{ held: 0 }]);
  });
});
