import type pg from 'pg';
import type { OpenArchive } from '../backup/archive.js';
import { BackupError } from '../backup/backup-error.js';
import { DigestStream } from '../backup/digest-stream.js';
import { ADDRESSES, readAddresses } from './addresses.js';
import type { IssuerManifest } from './issuer-manifest.js';

/** An address as this service keeps it: the keyed hash by which it is found, and what seals it. Null for a text that is no address. */
export type SealAddress = (
  issuerId: string,
  email: string,
) => Promise<{ readonly lookup: Uint8Array; readonly dataKey: Uint8Array; readonly email: Uint8Array } | null>;

export interface LoadingAddresses {
  readonly issuerId: string;
  readonly expected: IssuerManifest['addresses'];
  readonly seal: SealAddress;
}

/**
 * Seals the addresses of recipients anew. Whatever was found by their keyed hash is found by that of this service: hashes of addresses that are not known
 * any more stay as they are, and lead to nobody.
 */
export async function loadAddresses(
  client: pg.PoolClient,
  archive: OpenArchive,
  { issuerId, expected, seal }: LoadingAddresses,
): Promise<void> {
  await client.query('CREATE TEMPORARY TABLE moved_lookup (old bytea PRIMARY KEY, fresh bytea NOT NULL) ON COMMIT DROP');
  const digest = new DigestStream();
  const source = await archive.read(ADDRESSES);
  source.on('error', (error) => digest.destroy(error));
  for await (const page of readAddresses(source.pipe(digest))) {
    const sealed = await Promise.all(page.map(async ({ id, email }) => ({ id, ...(await seal(issuerId, email)) })));
    const known = sealed.filter(({ lookup }) => lookup !== undefined);
    const column = (name: 'lookup' | 'dataKey' | 'email') => known.map((one) => Buffer.from(one[name] ?? []));
    const ids = known.map(({ id }) => id);
    await client.query(
      `INSERT INTO moved_lookup SELECT DISTINCT ON (r.lookup) r.lookup, a.lookup FROM recipient r JOIN unnest($2::uuid[], $3::bytea[]) AS a (id, lookup) ON a.id = r.id
       WHERE r.issuer_id = $1 AND r.lookup IS NOT NULL ON CONFLICT DO NOTHING`,
      [issuerId, ids, column('lookup')],
    );
    await client.query(
      `UPDATE recipient r SET lookup = a.lookup, data_key = a.data_key, email = a.email
       FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[]) AS a (id, lookup, data_key, email) WHERE r.issuer_id = $1 AND r.id = a.id`,
      [issuerId, ids, column('lookup'), column('dataKey'), column('email')],
    );
  }
  const { rows, sha256 } = digest.passed();
  if (sha256 !== expected.sha256 || rows !== expected.rows)
    throw new BackupError('backup-damaged', `${ADDRESSES} is not what was written into it: nothing was imported.`);
  for (const [table, column] of [
    ['credential', 'recipient_lookup'],
    ['claim_link', 'address'],
  ] as const)
    await client.query(`UPDATE ${table} t SET ${column} = m.fresh FROM moved_lookup m WHERE t.issuer_id = $1 AND t.${column} = m.old`, [
      issuerId,
    ]);
}
