import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { installQueue } from '../queue/install.js';
import { inTurn, type StillMine } from '../store/database/in-turn.js';
import { migrateInTurn } from '../store/database/migrate.js';
import { type Migration, readMigrations } from '../store/database/migrations.js';
import { type OpenArchive, openArchive } from './archive.js';
import { BackupError } from './backup-error.js';
import { checkBackup } from './check-backup.js';
import { DigestStream } from './digest-stream.js';
import { endWhatWasOpen } from './end-what-was-open.js';
import type { BackedUpTable, Manifest } from './manifest.js';
import type { Progress } from './progress.js';
import { quoted, readTables, SAME_TEXT } from './tables.js';

/**
 * Writes a backup into a database that is empty, and brings it up to this release. All rows are there in the end, or none: a restore that failed can
 * be tried again. A service that is started meanwhile waits.
 */
export async function restoreBackup(pool: pg.Pool, path: string, progress: Progress): Promise<Manifest> {
  progress.step(`Checking ${path}`);
  const manifest = await checkBackup(path, progress);
  const migrations = migrationsOf(path, manifest);
  const archive = await openArchive(path);
  try {
    await inTurn(pool, async (still) => {
      await refuseFilled(pool);
      progress.step('Making the tables');
      await migrateInTurn(pool, still, migrations);
      await installQueue(pool);
      await load(pool, { archive, manifest, still, progress });
      await migrateInTurn(pool, still);
    });
  } finally {
    archive.close();
  }
  progress.step('Looking at the tables, so that the database plans well');
  await pool.query('ANALYZE');
  return manifest;
}

/** The files with which the schema of the backup is made; later ones bring it up to this release afterwards. */
function migrationsOf(path: string, { migrations }: Manifest): readonly Migration[] {
  const known = readMigrations();
  if (migrations.length > known.length)
    throw new BackupError(
      'backup-newer',
      `${path} is of a newer release (its database is at version ${migrations.length}, this release is at ${known.length}): restore it with that release.`,
    );
  const other = migrations.find(({ version, checksum }, at) => version !== at + 1 || checksum !== known[at]?.checksum);
  if (other !== undefined)
    throw new BackupError(
      'backup-of-other-files',
      `${path} is of a database that was made with another text of ${other.name} than this release has: restore it with the release that made it.`,
    );
  return known.slice(0, migrations.length);
}

/** A database in which a restore was cut off has tables, and no rows. */
async function refuseFilled(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows: foreign } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
         AND to_regclass('public.schema_migration') IS NULL AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`,
    );
    const filled = foreign[0]?.name ?? (await firstFilled(client));
    if (filled !== null)
      throw new BackupError(
        'database-not-empty',
        `The database is not empty (the table ${filled} has something in it or is not ours), and a restore writes over nothing: name an empty one (another DATA_DIR, or a database that was made anew in DATABASE_URL).`,
      );
  } finally {
    client.release();
  }
}

async function firstFilled(client: pg.PoolClient): Promise<string | null> {
  for (const { name } of await readTables(client)) {
    const { rowCount } = await client.query(`SELECT FROM public.${quoted([name])} LIMIT 1`);
    if (rowCount !== 0) return name;
  }
  return null;
}

interface Loading {
  readonly archive: OpenArchive;
  readonly manifest: Manifest;
  readonly still: StillMine;
  readonly progress: Progress;
}

async function load(pool: pg.Pool, { archive, manifest, still, progress }: Loading): Promise<void> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query(`BEGIN; ${SAME_TEXT}; SET LOCAL lock_timeout = 0`);
    for (const table of manifest.tables.filter(({ schema }) => schema === 'public')) {
      await still();
      const told = (rows: number): void => progress.rows(table.table, rows, table.rows);
      await copyInto(client, `public.${quoted([table.table])} (${quoted(table.columns)})`, archive, table, told);
    }
    await loadJobs(client, archive, manifest);
    for (const { name, last } of manifest.sequences)
      if (last !== null) await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${quoted([name])}`, last]);
    await endWhatWasOpen(client, new Date());
    await client.query('COMMIT');
    failed = false;
  } finally {
    client.release(failed);
  }
}

/** Copies a file of the archive into a table, and compares its digest with the manifest. */
async function copyInto(
  client: pg.PoolClient,
  into: string,
  archive: OpenArchive,
  { file, sha256 }: BackedUpTable,
  told: (rows: number) => void,
): Promise<void> {
  const digest = new DigestStream(told);
  await pipeline(await archive.read(file), digest, client.query(copyFrom(`COPY ${into} FROM STDIN`)));
  if (digest.passed().sha256 !== sha256)
    throw new BackupError('backup-damaged', `${file} changed while it was read: nothing was restored.`);
}

/** Jobs of queues that this release knows. */
async function loadJobs(client: pg.PoolClient, archive: OpenArchive, { tables }: Manifest): Promise<void> {
  const jobs = tables.find(({ schema, table }) => schema === 'pgboss' && table === 'job');
  if (jobs === undefined) return;
  const columns = quoted(jobs.columns);
  await client.query(`CREATE TEMPORARY TABLE restored_job ON COMMIT DROP AS SELECT ${columns} FROM pgboss.job WITH NO DATA`);
  await copyInto(client, `restored_job (${columns})`, archive, jobs, () => undefined);
  await client.query(
    `INSERT INTO pgboss.job (${columns}) SELECT ${columns} FROM restored_job WHERE name IN (SELECT name FROM pgboss.queue) ON CONFLICT DO NOTHING`,
  );
}
