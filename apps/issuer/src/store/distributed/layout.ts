import type pg from 'pg';
import type { Layout } from './tables-of.js';

/** Tables of which each node of a distributed database has a whole copy. */
const REFERENCE_TABLES = [
  'issuer',
  'api_key',
  'api_key_use',
  'keyring',
  'embed_file',
  'person',
  'organisation',
  'organisation_issuer',
  'membership',
  'person_session',
  'person_account',
  'person_verification',
  'passkey',
  'passkey_challenge',
  'sign_in_link',
  'sign_in_request',
  'sign_on',
  'sign_on_request',
  'mail_domain',
  'owner_link',
  'invitation',
  'mail',
  'issuer_report',
];

/** Tables that stay on the node to which the service connects, and are read alone. */
const LOCAL_TABLES = ['schema_migration', 'kysely_migration', 'kysely_migration_lock', 'transaction_offset', 'public_change', 'host_visit'];

/** What a distributed database makes of the tables of the schema. */
export async function readLayout(db: Pick<pg.ClientBase, 'query'>, schema = 'public'): Promise<Layout> {
  const tables = await readTables(db, schema);
  const tenants = tables.filter(({ name, tenant }) => tenant && !isReference(name));
  return { tenants: new Set(tenants.map(({ name }) => name)), references: new Set(REFERENCE_TABLES) };
}

export interface Table {
  readonly name: string;
  readonly tenant: boolean;
  readonly nullable: boolean;
  readonly keyed: boolean;
}

export function isReference(table: string): boolean {
  return REFERENCE_TABLES.includes(table);
}

/** The tables that are distributed or copied. */
export async function readTables(db: Pick<pg.ClientBase, 'query'>, schema: string): Promise<readonly Table[]> {
  const { rows } = await db.query<Table>(TABLES, [schema]);
  return rows.filter(({ name }) => !LOCAL_TABLES.includes(name));
}

const ISSUER_ID = "a.attname = 'issuer_id'";

const TABLES = `
  SELECT c.relname AS name,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND ${ISSUER_ID} AND NOT a.attisdropped) AS tenant,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND ${ISSUER_ID} AND NOT a.attnotnull) AS nullable,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary) AS keyed
  FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname`;
