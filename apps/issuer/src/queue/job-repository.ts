import { type Kysely, sql } from 'kysely';
import type { JobName, NewJob } from '../issuing/jobs.js';
import type { Tables } from '../store/schema/tables.js';
import { createBoss, overKysely } from './boss.js';
import type { JobAdded } from './new-jobs.js';

// It reaches no database of its own: each call says which one.
const BOSS = createBoss({ executeSql: () => Promise.reject(new TypeError('a job has to be added through a connection')) });

/**
 * Where jobs are put: in pg-boss's tables, by the Kysely that is given. In a transaction they are there when it commits, and never were
 * when it does not. Every job is run at least once: one whose process died is run again, so its handler must tolerate a second run.
 */
export function jobRepository(db: Kysely<Tables>, added: JobAdded = () => undefined) {
  return {
    async add<Name extends JobName>(name: Name, jobs: readonly NewJob<Name>[]): Promise<void> {
      if (jobs.length === 0) return;
      const rows = jobs.map(({ payload, key, startAfter }) => ({
        name,
        data: payload,
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(startAfter === undefined ? {} : { startAfter }),
      }));
      await BOSS.insert(rows, { db: overKysely(db) });
      added(name);
    },
    /** How many wait, those that failed and will be tried again included. */
    async waiting(name: JobName): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*) AS count FROM pgboss.job WHERE name = ${name} AND state < 'active'`.execute(db);
      return rows[0]?.count ?? 0;
    },
  };
}
