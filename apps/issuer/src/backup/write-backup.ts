import { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { readMigrations } from '../store/database/migrations.js';
import { type ArchiveFile, writeArchive } from './archive.js';
import { atOneMoment } from './at-one-moment.js';
import { BackupError } from './backup-error.js';
import { DigestStream } from './digest-stream.js';
import { type BackedUpTable, FORMAT, MANIFEST, type Manifest } from './manifest.js';
import type { Progress } from './progress.js';
import { quoted, readSequences, readTables, type Table, WAITING_JOBS } from './tables.js';

/**
 * Writes all that a database of the service holds into one file, as it stands at one moment; the service may go on. What PostgreSQL's own tables hold,
 * such as users and rights, is not in it.
 * @param path a file that is not there yet
 */
export function writeBackup(pool: pg.Pool, path: string, now: Date, progress: Progress): Promise<Manifest> {
  return atOneMoment(pool, (client) => write(client, path, now, progress));
}

async function write(client: pg.PoolClient, path: string, now: Date, progress: Progress): Promise<Manifest> {
  const migrations = await readSchemaFiles(client);
  const tables = await readTables(client);
  const done: BackedUpTable[] = [];
  let manifest: Manifest | null = null;
  const makeManifest = async (): Promise<Manifest> => ({
    format: FORMAT,
    product: 'proofmark',
    createdAt: now.toISOString(),
    migrations,
    tables: done,
    // The numbers may be ahead of the rows, never behind.
    sequences: await readSequences(client),
  });
  const copies = tables.map((table) => copyOf(client, { ...table, schema: 'public' }, selectAll(table), done, progress));
  const jobs = { name: 'job', columns: WAITING_JOBS.columns, estimate: 0, schema: 'pgboss' } as const;
  const files: ArchiveFile[] = [
    ...copies,
    copyOf(client, jobs, WAITING_JOBS.query(quoted(jobs.columns)), done, progress),
    {
      name: MANIFEST,
      async open() {
        manifest = await makeManifest();
        return Readable.from([`${JSON.stringify(manifest, null, 1)}\n`]);
      },
    },
  ];
  await writeArchive(path, files, () => progress.step(`Writing ${tables.length} tables to ${path}`));
  if (manifest === null) throw new TypeError('an archive that is written has a manifest');
  return manifest;
}

const selectAll = ({ name, columns }: Table): string => `SELECT ${quoted(columns)} FROM public.${quoted([name])}`;

/**
 * A table as a file. What is known of it is known when it was read to its end, before the next one is opened.
 */
export function copyOf(
  client: pg.PoolClient,
  table: Table & { readonly schema: BackedUpTable['schema'] },
  select: string,
  done: BackedUpTable[],
  progress: Progress,
): ArchiveFile {
  const { schema, name, columns, estimate } = table;
  const file = `tables/${schema === 'public' ? '' : `${schema}.`}${name}.copy`;
  return {
    name: file,
    open() {
      const digest = new DigestStream((rows) => progress.rows(name, rows, estimate));
      const source = client.query(copyTo(`COPY (${select}) TO STDOUT`));
      source.on('error', (error) => digest.destroy(error));
      digest.on('end', () => done.push({ file, schema, table: name, columns, ...digest.passed() }));
      return source.pipe(digest);
    },
  };
}

/** The files that made the schema. Throws where those are of another release: that one knows what belongs to a backup. */
export async function readSchemaFiles(client: pg.PoolClient): Promise<Manifest['migrations']> {
  const { rows: there } = await client.query<{ made: boolean }>("SELECT to_regclass('public.schema_migration') IS NOT NULL AS made");
  if (there[0]?.made !== true)
    throw new BackupError('schema-unlike-release', 'This database holds nothing of Proofmark: check DATA_DIR and DATABASE_URL.');
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'SELECT version, name, checksum FROM public.schema_migration ORDER BY version',
  );
  const known = readMigrations();
  const differs = migrations.length !== known.length || migrations.some(({ checksum }, at) => checksum !== known[at]?.checksum);
  if (differs) {
    const release = migrations.length < known.length ? 'an earlier release' : 'another release';
    throw new BackupError(
      'schema-unlike-release',
      `The database is at version ${migrations.length}, and this release at ${known.length}: make the backup with ${release}, the one that runs on it.`,
    );
  }
  return migrations;
}
