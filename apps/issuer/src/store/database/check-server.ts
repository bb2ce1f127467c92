import type pg from 'pg';
import { StartupError } from '../../config/startup-error.js';

/** The oldest PostgreSQL whose SQL the migrations and queries keep to. */
const OLDEST_SUPPORTED = 15;

/** Checks, before anything is written, that the server can be reached and used. Throws a StartupError that names no secret. */
export async function checkServer(pool: pg.Pool, where: string, oldest: number = OLDEST_SUPPORTED): Promise<void> {
  const { version, encoding, writable } = await ask(pool, where);
  if (version < oldest * 10_000) {
    throw new StartupError(
      'database-too-old',
      `The database at ${where} is PostgreSQL ${Math.floor(version / 10_000)}; version ${oldest} or later is needed.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartupError(
      'database-encoding',
      `The database at ${where} keeps text as ${encoding}; make one with ENCODING 'UTF8' and set DATABASE_URL to it.`,
    );
  }
  if (!writable) {
    throw new StartupError(
      'database-unreachable',
      `The database at ${where} is a read-only standby; set DATABASE_URL to the primary server.`,
    );
  }
  await checkOrigin(pool, where);
}

/** What tells one history of a database from another one; a status list is gone on with only in the history in which it was opened. */
const ORIGIN = ['pg_control_system()', 'pg_current_wal_lsn()', 'pg_walfile_name(pg_lsn)', 'pg_postmaster_start_time()'];

/** Without them a restore could not be told from the database of before. */
async function checkOrigin(pool: pg.Pool, where: string): Promise<void> {
  try {
    await pool.query(
      'SELECT system_identifier::text, pg_walfile_name(pg_current_wal_lsn()), pg_postmaster_start_time() FROM pg_control_system()',
    );
  } catch (cause) {
    const { code } = cause as { readonly code?: string };
    if (code !== '42501') throw cause;
    throw new StartupError(
      'database-rights-missing',
      `The user of the database at ${where} may not ask its server which one it is (${reason(cause)}), and without that indices of status lists could be given out twice after a restore; as the owner of the server, in this database: GRANT EXECUTE ON FUNCTION ${ORIGIN.join(', ')} TO that user.`,
      { cause },
    );
  }
}

async function ask(pool: pg.Pool, where: string): Promise<{ version: number; encoding: string; writable: boolean }> {
  try {
    const { rows } = await pool.query(
      "SELECT current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding, NOT pg_is_in_recovery() AS writable",
    );
    return rows[0];
  } catch (cause) {
    throw new StartupError(
      'database-unreachable',
      `The database at ${where} cannot be used (${reason(cause)}); check DATABASE_URL and that the server runs.`,
      {
        cause,
      },
    );
  }
}

/** A refused connection to a name with several addresses is an AggregateError with an empty message. */
function reason(cause: unknown): string {
  const error = cause instanceof AggregateError ? (cause.errors[0] as Error) : (cause as Error);
  return error.message.replace(/[.\s]+$/, '');
}

/** The server's name and database as the operator knows them, without user, password and parameters. */
export function describeTarget(url: string): string {
  const [target = '', parameters = ''] = url.replace(/^[a-z]+:\/\/(?:[^/?]*@)?/, '').split('?', 2);
  return target.startsWith('/') ? `${new URLSearchParams(parameters).get('host') ?? 'localhost'}${target}` : target;
}
