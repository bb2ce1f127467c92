import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kysely, type Migration as KyselyMigration, Migrator, PostgresDialect, sql } from 'kysely';
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

const MIGRATIONS_FOLDER: string = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** "proo" in ASCII: the advisory lock on which starting services of this and of earlier releases take turns. */
const LOCK = 0x70726f6f;

/** Reads the migrations of a folder in order. Throws when a number is missing or used twice, which is an error in the code. */
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

/** One row for each file that was applied. The table of earlier releases; Kysely's own knows no checksums. */
interface Bookkeeping {
  schema_migration: { version: number; name: string; checksum: string };
}

/**
 * Brings the database up to the code: applies what is missing, each file in one transaction with its entries. Services that start at
 * the same time take turns. Refuses, with a StartupError, a database that is newer than the code or was made by other files.
 * @returns how many files were applied
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations()): Promise<number> {
  const client = await pool.connect();
  try {
    const db = overClient(client);
    await sql`SELECT pg_advisory_lock(${LOCK})`.execute(db);
    try {
      await sql`
        CREATE TABLE IF NOT EXISTS schema_migration (
          version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`.execute(
        db,
      );
      const applied = await db.selectFrom('schema_migration').selectAll().orderBy('version').execute();
      checkApplied(applied, migrations);
      await runMigrator(db, migrations);
      return migrations.length - applied.length;
    } finally {
      await sql`SELECT pg_advisory_unlock(${LOCK})`.execute(db);
    }
  } finally {
    client.release();
  }
}

/** One connection for everything, so that the lock is held by the connection that migrates. */
function overClient(client: pg.PoolClient): Kysely<Bookkeeping> {
  const held = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
  return new Kysely({ dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => undefined } }) });
}

async function runMigrator(db: Kysely<Bookkeeping>, migrations: readonly Migration[]): Promise<void> {
  const known = Object.fromEntries(migrations.map((migration) => [migration.name, kyselyMigration(migration)]));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    // Kysely compares the times at which files were applied, which differ in order when two machines' clocks differ. Ours goes by number.
    allowUnorderedMigrations: true,
  });
  // A file at a time: what was applied before a file that fails stays.
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    if (error !== undefined) throw migrationFailed(results[0]?.migrationName ?? 'the migrator', error as Error);
    if (results.length === 0) return;
  }
}

/** A file that an earlier release applied has its row already: then Kysely only makes its own entry. */
function kyselyMigration({ version, name, sql: text, checksum }: Migration): KyselyMigration {
  return {
    async up(db: Kysely<Bookkeeping>) {
      const entry = db.insertInto('schema_migration').values({ version, name, checksum });
      const { numInsertedOrUpdatedRows } = await entry.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) await sql.raw(text).execute(db);
    },
  };
}

function checkApplied(applied: readonly Bookkeeping['schema_migration'][], migrations: readonly Migration[]): void {
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

function migrationFailed(name: string, cause: Error): StartupError {
  return new StartupError(
    'migration-failed',
    `The database could not be brought up to date: ${name} says "${cause.message}". Mend what it says, and start the service again.`,
    { cause },
  );
}
