import type pg from 'pg';
import { BackupError } from './backup-error.js';

/** A table of the service, with what may be written into it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** How many rows the server believes that it has. */
  readonly estimate: number;
}

/** What the migrations keep for themselves: a restored database has its own. */
const BOOKKEEPING: readonly string[] = ['schema_migration', 'kysely_migration', 'kysely_migration_lock'];

/** Every table but those of the migrations, with the columns that are not computed; a table stands behind those that its rows refer to. */
export async function readTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns, greatest(max(c.reltuples), 0)::float8 AS estimate
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [BOOKKEEPING],
  );
  return inOrder(rows, await readReferences(client));
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

/** Rows of one statement may refer to each other, so a table that refers to itself needs nothing. */
async function readReferences(client: pg.ClientBase): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT DISTINCT f.relname AS from, t.relname AS to
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.relnamespace = 'public'::regnamespace AND k.conrelid <> k.confrelid AND k.conparentid = 0`,
  );
  return rows;
}

function inOrder(tables: readonly Table[], references: readonly Reference[]): readonly Table[] {
  const ordered: Table[] = [];
  let left = tables;
  while (left.length > 0) {
    const waits = ({ name }: Table): boolean => references.some(({ from, to }) => from === name && left.some((other) => other.name === to));
    const next = left.filter((table) => !waits(table));
    if (next.length === 0)
      throw new BackupError(
        'schema-unlike-release',
        `The tables ${left.map(({ name }) => name).join(', ')} refer to each other in a circle.`,
      );
    ordered.push(...next);
    left = left.filter(waits);
  }
  return ordered;
}

export interface Sequence {
  readonly name: string;
  readonly last: string | null;
}

export async function readSequences(client: pg.ClientBase): Promise<readonly Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`,
  );
  return rows;
}

/** Waiting and running jobs, all as waiting ones, since the processes that ran them are gone. At most one job of a singleton key can wait. */
export const WAITING_JOBS = {
  columns: [
    ...['id', 'name', 'priority', 'data', 'retry_limit', 'retry_count', 'retry_delay', 'retry_backoff', 'start_after', 'singleton_key'],
    ...['singleton_on', 'expire_in', 'created_on', 'keep_until', 'dead_letter', 'policy'],
  ],
  query: (columns: string): string =>
    `SELECT DISTINCT ON (name, coalesce(singleton_key, '')) ${columns} FROM pgboss.job WHERE state < 'completed'
     ORDER BY name, coalesce(singleton_key, ''), start_after`,
} as const;

/** Names of ours and of PostgreSQL's catalogue. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}

/** What makes the text of a value the same wherever it is written and read. */
export const SAME_TEXT = [
  "DateStyle = 'ISO, YMD'",
  "IntervalStyle = 'postgres'",
  "TimeZone = 'UTC'",
  'extra_float_digits = 3',
  "bytea_output = 'hex'",
]
  .map((setting) => `SET LOCAL ${setting}`)
  .concat(['SET LOCAL statement_timeout = 0', 'SET LOCAL idle_in_transaction_session_timeout = 0'])
  .join('; ');
