import type pg from 'pg';
import { SAME_TEXT } from './tables.js';

/**
 * Reads a database as it stands at one moment: all statements see what was committed before the first one. It holds up neither the audit log nor the outbox,
 * since it has no transaction id.
 */
export async function atOneMoment<T>(pool: pg.Pool, read: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SAME_TEXT}`);
    const found = await read(client);
    await client.query('COMMIT');
    failed = false;
    return found;
  } finally {
    client.release(failed);
  }
}
