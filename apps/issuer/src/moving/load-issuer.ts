import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type OpenArchive, openArchive } from '../backup/archive.js';
import { BackupError } from '../backup/backup-error.js';
import { checkFiles, manifestText } from '../backup/check-backup.js';
import { DigestStream } from '../backup/digest-stream.js';
import type { BackedUpTable } from '../backup/manifest.js';
import type { Progress } from '../backup/progress.js';
import { quoted, readTables, SAME_TEXT, type Table } from '../backup/tables.js';
import { readSchemaFiles } from '../backup/write-backup.js';
import { type IssuerManifest, readIssuerManifest } from './issuer-manifest.js';
import { loadAddresses, type SealAddress } from './load-addresses.js';
import { MOVED_TABLES, ownerColumn } from './moved-tables.js';
import { type NewKeys, refuseTaken, signFromNowOn } from './new-home.js';

export interface IssuerLoading extends NewKeys {
  readonly path: string;
  /** The address of the service that loads it. */
  readonly baseUrl: string;
  readonly sealAddress: SealAddress;
}

/**
 * Loads an archive of one issuer into a service with the same address: all of it, with new keys that sign from then on, or nothing. Rows of any other issuer
 * are refused, whatever the archive says. Throws a BackupError that says what to do.
 */
export async function loadIssuer(pool: pg.Pool, loading: IssuerLoading, progress: Progress): Promise<IssuerManifest> {
  const { path } = loading;
  const manifest = readIssuerManifest(await manifestText(path));
  if (manifest === null)
    throw new BackupError(
      'not-a-backup',
      `${path} is no archive of an issuer: write one with npm run -s export-issuer. A backup is restored.`,
    );
  refuseOtherAddress(path, manifest, loading.baseUrl);
  progress.step(`Checking ${path}`);
  await checkFiles(path, manifest.tables, progress);
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query(`BEGIN; ${SAME_TEXT}`);
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('proofmark import of an issuer', 0))");
    await refuseOtherRelease(client, path, manifest);
    await refuseTaken(client, manifest.issuer);
    await load(client, loading, manifest, progress);
    await signFromNowOn(client, loading, manifest.issuer);
    await client.query('COMMIT');
    failed = false;
  } finally {
    client.release(failed);
  }
  await pool.query('ANALYZE');
  return manifest;
}

function refuseOtherAddress(path: string, { baseUrl, issuer: { slug } }: IssuerManifest, here: string): void {
  if (baseUrl === here) return;
  throw new BackupError(
    'other-address',
    `${path} is of the service ${baseUrl}, and this one is ${here}. The badges of ${slug} and its DID begin with that address, so they can be served only there: give that name to this service (DNS and PUBLIC_BASE_URL=${baseUrl}), and import again.`,
  );
}

async function refuseOtherRelease(client: pg.PoolClient, path: string, { migrations }: IssuerManifest): Promise<void> {
  const known = await readSchemaFiles(client);
  if (known.length === migrations.length && known.every(({ checksum }, at) => checksum === migrations[at]?.checksum)) return;
  throw new BackupError(
    'backup-of-other-files',
    `${path} was written by another release (its database is at version ${migrations.length}, this one at ${known.length}): bring both services to one release, and write the archive again.`,
  );
}

async function load(client: pg.PoolClient, loading: IssuerLoading, manifest: IssuerManifest, progress: Progress): Promise<void> {
  const { issuer, tables } = manifest;
  const archive = await openArchive(loading.path);
  try {
    // In the order of this database, whatever the archive says.
    for (const table of await readTables(client)) {
      if (MOVED_TABLES[table.name]?.moves !== true) continue;
      const source = tables.find((one) => one.schema === 'public' && one.table === table.name);
      if (source === undefined || source.columns.join() !== table.columns.join())
        throw new BackupError('backup-damaged', `${loading.path} lacks the table ${table.name}: write the archive anew.`);
      await loadTable(client, { archive, table, source, progress, issuerId: issuer.id });
    }
    await loadAddresses(client, archive, { issuerId: issuer.id, expected: manifest.addresses, seal: loading.sealAddress });
  } finally {
    archive.close();
  }
}

interface LoadingTable {
  readonly archive: OpenArchive;
  readonly table: Table;
  readonly source: BackedUpTable;
  readonly progress: Progress;
  readonly issuerId: string;
}

async function loadTable(client: pg.PoolClient, { archive, table, source, progress, issuerId }: LoadingTable): Promise<void> {
  const { name, columns } = table;
  const [into, from] = [`public.${quoted([name])}`, `pg_temp.${quoted([`moved_${name}`])}`];
  await client.query(
    `CREATE TEMPORARY TABLE ${quoted([`moved_${name}`])} ON COMMIT DROP AS SELECT ${quoted(columns)} FROM ${into} WITH NO DATA`,
  );
  const digest = new DigestStream((rows) => progress.rows(name, rows, source.rows));
  await pipeline(await archive.read(source.file), digest, client.query(copyFrom(`COPY ${from} (${quoted(columns)}) FROM STDIN`)));
  if (digest.passed().sha256 !== source.sha256)
    throw new BackupError('backup-damaged', `${source.file} changed while it was read: nothing was imported.`);
  const { rowCount } = await client.query(`SELECT FROM ${from} WHERE ${ownerColumn(name)} IS DISTINCT FROM $1 LIMIT 1`, [issuerId]);
  if (rowCount !== 0) throw new BackupError('backup-damaged', `${source.file} has rows of another issuer: nothing was imported.`);
  const decision = MOVED_TABLES[name];
  const as = decision?.moves === true ? (decision.as ?? {}) : {};
  const values = columns.map((column) => as[column] ?? `t.${quoted([column])}`).join(', ');
  await client.query(`INSERT INTO ${into} (${quoted(columns)}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM ${from} t`);
}
