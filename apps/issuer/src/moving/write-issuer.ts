import { Readable } from 'node:stream';
import type pg from 'pg';
import { type ArchiveFile, writeArchive } from '../backup/archive.js';
import { atOneMoment } from '../backup/at-one-moment.js';
import { BackupError } from '../backup/backup-error.js';
import { DigestStream } from '../backup/digest-stream.js';
import { type BackedUpTable, FORMAT, MANIFEST } from '../backup/manifest.js';
import type { Progress } from '../backup/progress.js';
import { quoted, readTables } from '../backup/tables.js';
import { copyOf, readSchemaFiles } from '../backup/write-backup.js';
import { ADDRESSES, addressLines, type OpenAddress } from './addresses.js';
import type { IssuerManifest } from './issuer-manifest.js';
import { MOVED_TABLES, ownerColumn } from './moved-tables.js';

export interface IssuerWriting {
  readonly slug: string;
  readonly baseUrl: string;
  /** A file that is not there yet. */
  readonly path: string;
  readonly now: Date;
  readonly openAddress: OpenAddress;
}

/**
 * Writes all that moves of one issuer into one file, as it stands at one moment. No key that signs is in it. Throws a BackupError, also for an issuer that is
 * not here.
 */
export function writeIssuer(pool: pg.Pool, writing: IssuerWriting, progress: Progress): Promise<IssuerManifest> {
  return atOneMoment(pool, (client) => write(client, writing, progress));
}

async function write(client: pg.PoolClient, writing: IssuerWriting, progress: Progress): Promise<IssuerManifest> {
  const { slug, baseUrl, path, now } = writing;
  const migrations = await readSchemaFiles(client);
  const { rows } = await client.query<{ id: string; slug: string; number: string }>('SELECT id, slug, number FROM issuer WHERE slug = $1', [
    slug,
  ]);
  const [found] = rows;
  if (found === undefined)
    throw new BackupError('issuer-unknown', `No issuer here has the slug ${slug}: GET /v1/issuers lists those that are.`);
  const issuer = { ...found, number: Number(found.number) };
  const done: BackedUpTable[] = [];
  const moving = (await readTables(client)).filter(({ name }) => MOVED_TABLES[name]?.moves === true);
  const copies = moving.map((table) => copyOf(client, { ...table, schema: 'public' }, select(table, issuer.id), done, progress));
  const addresses = new DigestStream();
  let manifest: IssuerManifest | null = null;
  const files: ArchiveFile[] = [
    ...copies,
    {
      name: ADDRESSES,
      open: () => Readable.from(addressLines(client, issuer.id, writing.openAddress)).pipe(addresses),
    },
    {
      name: MANIFEST,
      open() {
        const head = { format: FORMAT, product: 'proofmark-issuer', createdAt: now.toISOString(), baseUrl, issuer } as const;
        manifest = { ...head, migrations, tables: done, addresses: addresses.passed() };
        return Readable.from([`${JSON.stringify(manifest, null, 1)}\n`]);
      },
    },
  ];
  await writeArchive(path, files, () => progress.step(`Writing ${moving.length} tables of ${slug} to ${path}`));
  if (manifest === null) throw new TypeError('an archive that is written has a manifest');
  return manifest;
}

/** The rows of one issuer. COPY takes no parameters; the id is one of the database's own. */
function select({ name, columns }: Pick<BackedUpTable, 'columns'> & { readonly name: string }, issuerId: string): string {
  const decision = MOVED_TABLES[name];
  const only = decision?.moves === true && decision.only !== undefined ? ` AND ${decision.only}` : '';
  return `SELECT ${quoted(columns)} FROM public.${quoted([name])} WHERE ${ownerColumn(name)} = '${issuerId}'${only}`;
}
