import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartupError } from '../../config/startup-error.js';

/** One numbered SQL file, such as 0001-initial.sql. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
}

export const MIGRATIONS_FOLDER: string = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** "proofmark", as a number: the advisory lock that starting services take turns on. */
const LOCK = 0x70726f6f;

/** Reads the migrations of a folder in order. Throws when a number is missing or used twice, which is a slip in the code. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((name, index) => {
    const version = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (version !== index + 1) throw new Error(`The migration ${name} does not follow in number.`);
    // A checkout on another system may end its lines differently; that changes nothing.
    const sql = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
    return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the database up to the code: applies what is missing, each file in one transaction with its entry. Services that start at
 * the same time take turns. Refuses, with a StartupError, a database that is newer than the code or was made by other files.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations()): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    try {
      await client.query(
        'CREATE TABLE IF NOT EXISTS schema_migration (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
      );
      const { rows } = await client.query<Applied>('SELECT version, name, checksum FROM schema_migration ORDER BY version');
      checkApplied(rows, migrations);
      const missing = migrations.slice(rows.length);
      for (const migration of missing) await apply(client, migration);
      return missing.length;
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    client.release();
  }
}

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

function checkApplied(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, { version, name, checksum }] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined) {
      throw new StartupError(
        'database-newer-than-code',
        `The database is at version ${applied.length} (${name}), which is newer than this service (version ${migrations.length}); start the newer release.`,
      );
    }
    if (known.version !== version || known.checksum !== checksum) {
      throw new StartupError(
        'migration-changed',
        `The database was made with another text of ${known.name} than this release has; start the release that made it, or use a fresh database.`,
      );
    }
  }
}

async function apply(client: pg.PoolClient, { version, name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO schema_migration (version, name, checksum) VALUES ($1, $2, $3)', [version, name, checksum]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new StartupError(
      'migration-failed',
      `The database could not be brought up to date: ${name} says "${(cause as Error).message}".`,
      { cause },
    );
  }
}
