import type { LocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';

/** Where a pool connects: a connection string, or a database of the embedded cluster. */
export type PoolTarget = string | LocalPostgres['connection'];

/** What sessions of releases are called that note in `public_change` what they change; those before are called `proofmark`. */
const SESSION_NAME = 'proofmark/2';

/** Milliseconds of silence after which the system asks whether the other side is still there. */
const KEEPALIVE = 10_000;

/** The target as `pg` takes it, with what is the same for all of our connections. */
export function connectionOptions(target: PoolTarget): pg.ClientConfig {
  return {
    ...(typeof target === 'string' ? { connectionString: target } : target),
    application_name: SESSION_NAME,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE,
  };
}
