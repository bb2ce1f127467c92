import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, type Migration as KyselyMigration, Migrator, PostgresAdapter, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { StartupError } from '../../config/startup-error.js';
import { type Applied, checkApplied } from './check-applied.js';
import { inTurn, type StillMine } from './in-turn.js';
import { type Migration, readMigrations } from './migrations.js';

/** The table of the first releases; Kysely's own knows no checksums. One row for each file that was applied. */
interface Bookkeeping {
  schema_migration: Applied;
}

/** How often, and after how many milliseconds, a file is tried again that waited for a lock in vain. */
interface LockPatience {
  readonly tries: number;
  readonly pause: number;
}

const PATIENCE: LockPatience = { tries: 40, pause: 2000 };

/**
 * Brings the database up to the code: applies what is missing, each file in one transaction with its entries. Services that start at
 * the same time take turns. Refuses, with a StartupError, a database that is too new for the code or was made by other files.
 * @param pool of two connections or more, without limits on the time of a statement
 * @returns how many files were applied
 */
export function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations(), patience = PATIENCE): Promise<number> {
  return inTurn(pool, (still) => migrateInTurn(pool, still, migrations, patience));
}

/** As `migrate`, for who has the turn already. */
export async function migrateInTurn(
  pool: pg.Pool,
  still: StillMine,
  migrations: readonly Migration[] = readMigrations(),
  patience: LockPatience = PATIENCE,
): Promise<number> {
  const client = await pool.connect();
  let failed = true;
  try {
    const db = overClient(client);
    await makeBookkeeping(db);
    const applied = await db.selectFrom('schema_migration').selectAll().orderBy('version').execute();
    checkApplied(applied, migrations);
    if (applied.length < migrations.length || !(await kyselyKnows(db, migrations))) await applyMissing(db, still, migrations, patience);
    failed = false;
    return Math.max(0, migrations.length - applied.length);
  } finally {
    client.release(failed);
  }
}

/** Asked first, since ALTER TABLE locks the table and needs its owner even where there is nothing to change. */
async function makeBookkeeping(db: Kysely<Bookkeeping>): Promise<void> {
  const { rows } = await sql<{ made: boolean }>`
    SELECT count(*) = 1 AS made FROM pg_attribute
    WHERE attrelid = to_regclass('schema_migration') AND attname = 'works_with' AND NOT attisdropped`.execute(db);
  if (rows[0]?.made === true) return;
  await sql`
    CREATE TABLE IF NOT EXISTS schema_migration (
      version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`.execute(db);
  await sql`ALTER TABLE schema_migration ADD COLUMN works_with integer`.execute(db);
}

/** Releases before Kysely's Migrator made no entries for it. */
async function kyselyKnows(db: Kysely<Bookkeeping>, migrations: readonly Migration[]): Promise<boolean> {
  const { rows: tables } = await sql<{ made: boolean }>`SELECT to_regclass('kysely_migration') IS NOT NULL AS made`.execute(db);
  if (tables[0]?.made !== true) return false;
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  const names = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => names.has(name));
}

/** Kysely's own lock belongs to a session, so that behind a pooler it would be given back on another one. Who migrates here has the turn anyway. */
class InTurnAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {
    // The turn is taken.
  }
  override async releaseMigrationLock(): Promise<void> {
    // It ends later.
  }
}

class InTurnDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new InTurnAdapter();
  }
}

/** One connection for everything. */
function overClient(client: pg.PoolClient): Kysely<Bookkeeping> {
  const held = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
  return new Kysely({ dialect: new InTurnDialect({ pool: { connect: async () => held, end: async () => undefined } }) });
}

async function applyMissing(
  db: Kysely<Bookkeeping>,
  still: StillMine,
  migrations: readonly Migration[],
  patience: LockPatience,
): Promise<void> {
  const known = Object.fromEntries(migrations.map((migration) => [migration.name, kyselyMigration(migration)]));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    // Kysely compares the times at which files were applied, which differ in order when two machines' clocks differ. Ours goes by number.
    allowUnorderedMigrations: true,
  });
  // A file at a time: what was applied before a file that fails stays.
  let tries = 0;
  for (;;) {
    await still();
    const { name, error } = await oneFile(db, migrator, migrations);
    if (error === null && name === null) return;
    if (error === null) tries = 0;
    else if (!waitedInVain(error)) throw migrationFailed(name ?? 'the migrator', error);
    else if (++tries >= patience.tries) throw neverFree(name ?? 'the migrator', error);
    else await wait(patience.pause);
  }
}

interface Outcome {
  /** The file that was the next; null when there is none. */
  readonly name: string | null;
  readonly error: Error | null;
}

async function oneFile(db: Kysely<Bookkeeping>, migrator: Migrator, migrations: readonly Migration[]): Promise<Outcome> {
  const applied = await db.selectFrom('schema_migration').select('version').execute();
  const next = migrations.find(({ version }) => !applied.some((done) => done.version === version));
  if (next !== undefined && !next.transactional) {
    try {
      for (const statement of statementsOf(next.sql)) await sql.raw(statement).execute(db);
    } catch (error) {
      return { name: next.name, error: error as Error };
    }
  }
  const { error, results = [] } = await migrator.migrateUp();
  return { name: results[0]?.migrationName ?? null, error: error === undefined ? null : (error as Error) };
}

/** The statements of a file that runs outside of a transaction; each ends at the end of a line. */
function statementsOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('--') && line !== '');
  return lines
    .join('\n')
    .split(/;(?:\n|$)/)
    .filter((statement) => statement !== '');
}

/**
 * A file that an earlier release applied has its row already: then Kysely only makes its own entry. A table that is in use is waited for only
 * briefly, as everybody who comes after waits behind; then the whole file is tried again.
 */
function kyselyMigration({ version, name, sql: text, checksum, worksWith, transactional }: Migration): KyselyMigration {
  return {
    async up(db: Kysely<Bookkeeping>) {
      const entry = db.insertInto('schema_migration').values({ version, name, checksum, works_with: worksWith });
      const { numInsertedOrUpdatedRows } = await entry.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n || !transactional) return;
      await sql`SET LOCAL lock_timeout = '2s'`.execute(db);
      await sql.raw(text).execute(db);
    },
  };
}

/** SQLSTATE lock_not_available and deadlock_detected. */
function waitedInVain(error: Error): boolean {
  return ['55P03', '40P01'].includes((error as { code?: string }).code ?? '');
}

function neverFree(name: string, cause: Error): StartupError {
  return new StartupError(
    'migration-failed',
    `The database could not be brought up to date: ${name} needs a table that was in use each time. End transactions that have been open for long, and start the service again.`,
    { cause },
  );
}

function migrationFailed(name: string, cause: Error): StartupError {
  return new StartupError(
    'migration-failed',
    `The database could not be brought up to date: ${name} says "${cause.message}". Mend what it says, and start the service again.`,
    { cause },
  );
}
