import pg from 'pg';
import type { Link } from './client.js';
import { connectionOptions, type PoolTarget } from './target.js';

/** A time that no server has by itself, in milliseconds. */
const TELLTALE = 61_379;

/**
 * Finds out whether the server takes settings from a client for its session. pgbouncer refuses them, or passes over them where it is told to
 * (`ignore_startup_parameters`). Behind one in transaction mode statements can be prepared only from its version 1.21 on, and nothing tells
 * which it is: so there they are not, unless `prepared` says so.
 */
export async function findLink(target: PoolTarget, prepared: boolean | null): Promise<Link> {
  const direct = await takesSettings(target);
  return { direct, prepared: prepared ?? direct };
}

async function takesSettings(target: PoolTarget): Promise<boolean> {
  const client = new pg.Client({ ...connectionOptions(target), statement_timeout: TELLTALE, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ value: string }>("SELECT setting AS value FROM pg_settings WHERE name = 'statement_timeout'");
    return rows[0]?.value === String(TELLTALE);
  } catch (error) {
    // Whatever else keeps us from the server is said by the check that comes before.
    if (/startup parameter/.test((error as Error).message)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
