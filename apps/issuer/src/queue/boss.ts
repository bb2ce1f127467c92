import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';
import PgBoss from 'pg-boss';

/** How pg-boss reaches the database. */
export type BossDb = PgBoss.Db;

const HOUR = 3600;

/**
 * pg-boss as the keeper of the jobs: its tables, its SQL. It is never started, since its own workers do not wait for a job to be marked as
 * done, so that a database that goes away just then would end the process; see `workers.ts`.
 */
export function createBoss(db: BossDb): PgBoss {
  return new PgBoss({ db, supervise: false, schedule: false, archiveCompletedAfterSeconds: HOUR, deleteAfterDays: 7 });
}

/** Runs in the transaction of a Kysely, or on its own where there is none. */
export function overKysely<Tables>(db: Kysely<Tables>): BossDb {
  return { executeSql: async (text, values) => ({ rows: [...(await db.executeQuery(CompiledQuery.raw(text, values))).rows] }) };
}

/** Runs on a connection of the pool. One on which something failed may be left inside a transaction, so it is not used again. */
export function overPool(pool: pg.Pool): BossDb {
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      try {
        const result = await client.query(text, values);
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
  };
}
