import type { LocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';

/** Where a pool connects: a connection string, or a database of the embedded cluster. */
export type PoolTarget = string | LocalPostgres['connection'];

/** Milliseconds of silence after which the system asks whether the other side is still there. */
const KEEPALIVE = 10_000;

/** The target as `pg` takes it, with what is the same for all of our connections. */
export function connectionOptions(target: PoolTarget): pg.ClientConfig {
  return {
    ...(typeof target === 'string' ? { connectionString: target } : target),
    application_name: 'proofmark',
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE,
  };
}
