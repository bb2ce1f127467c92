import type pg from 'pg';
import { BackupError } from '../backup/backup-error.js';
import { quoted } from '../backup/tables.js';
import { auditEntryOf } from '../issuing/access/record-act.js';
import { makeSigningKey } from '../issuing/issuers/make-signing-key.js';
import type { IdSource, KeyStore } from '../issuing/ports.js';
import type { IssuerRecord, SealedHalf, SigningKeyRecord } from '../store/index.js';
import type { IssuerManifest } from './issuer-manifest.js';

export interface NewKeys extends IdSource {
  readonly keys: KeyStore;
}

type Moved = IssuerManifest['issuer'];

/** Throws where something of another issuer is in the way, or this one is here already. */
export async function refuseTaken(client: pg.ClientBase, { id, slug, number }: Moved): Promise<void> {
  const { rows } = await client.query<{ slug: string; same: boolean }>(
    'SELECT slug, id = $1 AS same FROM issuer WHERE id = $1 OR slug = $2 OR number = $3 LIMIT 1',
    [id, slug, number],
  );
  const [taken] = rows;
  if (taken === undefined) return;
  throw new BackupError(
    'issuer-taken',
    taken.same
      ? `The issuer ${slug} is here already, and an import writes over nothing.`
      : `The issuer ${taken.slug} of this service has the slug or the number of ${slug}, which are part of its addresses: import into another service.`,
  );
}

/** Numbers that a table gives out by itself go on behind those that moved. */
const NUMBERED = [
  ['status_list', 'id'],
  ['status_event', 'seq'],
  ['viewing', 'seq'],
  ['work_look', 'seq'],
  ['consent', 'seq'],
] as const;

/** Makes the two keys with which a moved issuer signs from then on, and tells the audit log of the service. */
export async function signFromNowOn(client: pg.ClientBase, deps: NewKeys, { id }: Moved): Promise<void> {
  for (const [table, column] of NUMBERED)
    await client.query(
      `SELECT setval(s, greatest((SELECT coalesce(max(${column}), 0) FROM ${table} WHERE issuer_id = $1), nextval(s), 1))
       FROM pg_get_serial_sequence('${table}', '${column}') s WHERE s IS NOT NULL`,
      [id],
    );
  const { rows } = await client.query<{ did: string }>('SELECT did FROM issuer WHERE id = $1', [id]);
  const [issuer] = rows;
  if (issuer === undefined) throw new BackupError('backup-damaged', 'The archive has no row of its issuer: write it anew.');
  const signingKeys = { insert: (key: SigningKeyRecord, half: SealedHalf | null) => insertKey(client, key, half) };
  for (const algorithm of ['Ed25519', 'ES256'] as const)
    await makeSigningKey(deps, { signingKeys } as Parameters<typeof makeSigningKey>[1], { id, did: issuer.did } as IssuerRecord, algorithm);
  const entry = auditEntryOf(deps, 'operator', { action: 'issuer.imported', issuerId: id, objectId: id });
  await insert(client, 'audit_entry', { ...entry, details: JSON.stringify(entry.details) });
}

async function insertKey(client: pg.ClientBase, key: SigningKeyRecord, half: SealedHalf | null): Promise<void> {
  await insert(client, 'signing_key', { ...key, publicJwk: JSON.stringify(key.publicJwk) });
  if (half === null) throw new TypeError('a key of this service is sealed');
  const { issuerId, id, createdAt } = key;
  await insert(client, 'sealed_key', { issuerId, id, keyring: half.keyring, sealed: JSON.stringify(half.sealed), createdAt });
}

async function insert(client: pg.ClientBase, table: string, row: object): Promise<void> {
  const names = Object.keys(row).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const values = names.map((_, at) => `$${at + 1}`).join(', ');
  await client.query(`INSERT INTO ${quoted([table])} (${quoted(names)}) VALUES (${values})`, Object.values(row));
}
