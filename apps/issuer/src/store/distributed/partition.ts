import type pg from 'pg';
import { readLayout } from './layout.js';

type Db = Pick<pg.ClientBase, 'query'>;

/** Partitions of each table; an issuer's rows lie in one of them, as they would lie in one shard. */
const PARTITIONS = 8;

/**
 * Replaces the tables of tenants of an empty, migrated database by partitioned ones that have the same columns, keys, indexes, foreign keys and
 * triggers: PostgreSQL refuses a unique key without issuer_id, and a change that moves a row to another issuer shows.
 */
export async function partitionByIssuer(db: Db): Promise<void> {
  const { tenants } = await readLayout(db);
  const made = await textsOf(db, [...tenants]);
  for (const { table, name } of made.foreignKeys) await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tenants) {
    await db.query(`ALTER TABLE ${table} RENAME TO whole`);
    await db.query(`CREATE TABLE ${table} (LIKE whole INCLUDING ALL EXCLUDING INDEXES) PARTITION BY HASH (issuer_id)`);
    await db.query('DROP TABLE whole CASCADE');
    for (let part = 0; part < PARTITIONS; part += 1) {
      await db.query(`CREATE TABLE ${table}_${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${part})`);
    }
  }
  for (const { table, name, text } of [...made.keys, ...made.foreignKeys])
    await db.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${text}`);
  for (const { text } of [...made.indexes, ...made.triggers]) await db.query(text);
}

interface Part {
  readonly table: string;
  readonly name: string;
  /** Its definition, as PostgreSQL writes it. */
  readonly text: string;
}

async function textsOf(
  db: Db,
  tables: readonly string[],
): Promise<Readonly<Record<'keys' | 'foreignKeys' | 'indexes' | 'triggers', readonly Part[]>>> {
  const read = async (text: string): Promise<readonly Part[]> => (await db.query<Part & pg.QueryResultRow>(text, [tables])).rows;
  const constraints = (types: string) => `
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
    WHERE conrelid = ANY ($1::regclass[]) AND contype IN (${types}) ORDER BY contype, conname`;
  return {
    keys: await read(constraints("'p', 'u'")),
    foreignKeys: await read(constraints("'f'")),
    indexes: await read(`
      SELECT indrelid::regclass::text AS table, indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS text FROM pg_index
      WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = indexrelid AND k.contype IN ('p', 'u'))`),
    triggers: await read(`
      SELECT tgrelid::regclass::text AS table, tgname AS name, pg_get_triggerdef(oid) AS text FROM pg_trigger
      WHERE tgrelid = ANY ($1::regclass[]) AND NOT tgisinternal`),
  };
}
