import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/** "proo" in ASCII: the advisory lock on which starting services of this and of earlier releases take turns. */
const LOCK = 0x70726f6f;

/** Throws when the lock was lost, with the connection that held it. */
export type StillMine = () => Promise<void>;

/**
 * Runs `work` while no other process does: one that starts at the same time waits, however long it takes. The lock belongs to a transaction,
 * since a pooler in transaction mode (pgbouncer) gives the next statement to another session. It is tried again and again instead of waited for:
 * a statement that waits holds a snapshot, and CREATE INDEX CONCURRENTLY waits for all of those. `pool` needs a second connection for the work.
 */
export async function inTurn<T>(pool: pg.Pool, work: (still: StillMine) => Promise<T>): Promise<T> {
  for (;;) {
    const client = await pool.connect();
    let failed = true;
    try {
      // It does nothing while the work is done elsewhere, for however long that takes.
      await client.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
      if (rows[0]?.mine === true) {
        const answer = await work(async () => void (await client.query('SELECT 1')));
        await client.query('COMMIT');
        failed = false;
        return answer;
      }
      await client.query('ROLLBACK');
      failed = false;
    } finally {
      client.release(failed);
    }
    await wait(50 + Math.random() * 100);
  }
}
