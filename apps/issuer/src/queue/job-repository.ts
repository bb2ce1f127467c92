import { type Kysely, sql } from 'kysely';
import type { JobRepository } from '../issuing/jobs.js';
import type { Database } from '../store/database.js';
import { createBoss, overKysely } from './boss.js';

// It reaches no database of its own: each call says which one.
const BOSS = createBoss({ executeSql: () => Promise.reject(new TypeError('a job has to be added through a connection')) });

/** Jobs in pg-boss's tables, added by the Kysely that is given: inside a transaction, with it. */
export function jobRepository(db: Kysely<Database>): JobRepository {
  return {
    async add(name, jobs) {
      if (jobs.length === 0) return;
      const rows = jobs.map(({ payload, key, startAfter }) => ({
        name,
        data: payload,
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(startAfter === undefined ? {} : { startAfter }),
      }));
      await BOSS.insert(rows, { db: overKysely(db) });
    },
    async waiting(name) {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*) AS count FROM pgboss.job WHERE name = ${name} AND state < 'active'`.execute(db);
      return rows[0]?.count ?? 0;
    },
  };
}
