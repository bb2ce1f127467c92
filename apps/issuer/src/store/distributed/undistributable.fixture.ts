import type pg from 'pg';
import { isReference, readTables, type Table } from './layout.js';

/** Why the tables of a schema could not be distributed by issuer_id on Citus: one sentence for each reason, none when they could be. */
export async function undistributable(db: Pick<pg.ClientBase, 'query'>, schema = 'public'): Promise<readonly string[]> {
  const tables = await readTables(db, schema);
  const tenants = new Set(tables.filter(({ name }) => !isReference(name)).map(({ name }) => name));
  return [
    ...tables.filter(({ name }) => tenants.has(name)).flatMap(faultsOfTable),
    ...(await uniqueKeys(db, schema, tenants)),
    ...(await foreignKeys(db, schema, tenants)),
    ...(await triggers(db, schema)),
    ...(await identities(db, schema, tenants)),
  ];
}

function faultsOfTable({ name, tenant, nullable, keyed }: Table): readonly string[] {
  if (!tenant) return [`${name}: has no issuer_id and is no reference table`];
  return [...(nullable ? [`${name}: issuer_id may be null`] : []), ...(keyed ? [] : [`${name}: has no primary key`])];
}

async function uniqueKeys(db: Pick<pg.ClientBase, 'query'>, schema: string, tenants: ReadonlySet<string>): Promise<readonly string[]> {
  const keys = await select<{ table: string; index: string; definition: string | null; leads: boolean }>(db, UNIQUE_KEYS, schema);
  return keys
    .filter(({ table, leads }) => tenants.has(table) && !leads)
    .map(({ table, index, definition }) => `${table}: ${definition ?? `the unique index ${index}`} does not begin with issuer_id`);
}

interface ForeignKey {
  readonly table: string;
  readonly target: string;
  readonly definition: string;
  /** issuer_id is compared with issuer_id. */
  readonly tied: boolean;
  /** SET NULL or SET DEFAULT. */
  readonly changes: boolean;
}

async function foreignKeys(db: Pick<pg.ClientBase, 'query'>, schema: string, tenants: ReadonlySet<string>): Promise<readonly string[]> {
  return (await select<ForeignKey>(db, FOREIGN_KEYS, schema)).flatMap(({ table, target, definition, tied, changes }) => {
    const fault = `${table}: ${definition}`;
    if (isReference(table)) return tenants.has(target) ? [`${fault} leads from a reference table to a tenant`] : [];
    if (!isReference(target) && !tied) return [`${fault} does not tie issuer_id to issuer_id`];
    return changes ? [`${fault} would change issuer_id`] : [];
  });
}

async function triggers(db: Pick<pg.ClientBase, 'query'>, schema: string): Promise<readonly string[]> {
  const all = await select<{ table: string; name: string; asks: boolean }>(db, TRIGGERS, schema);
  return all.filter(({ asks }) => asks).map(({ table, name }) => `${table}: the trigger ${name} asks a table or calls a function of ours`);
}

async function identities(db: Pick<pg.ClientBase, 'query'>, schema: string, tenants: ReadonlySet<string>): Promise<readonly string[]> {
  const columns = await select<{ table: string; name: string }>(db, NARROW_IDENTITIES, schema);
  return columns
    .filter(({ table }) => tenants.has(table))
    .map(({ table, name }) => `${table}: the identity column ${name} is not a bigint`);
}

async function select<R extends pg.QueryResultRow>(db: Pick<pg.ClientBase, 'query'>, text: string, schema: string): Promise<R[]> {
  return (await db.query<R>(text, [schema])).rows;
}

const ISSUER_ID = "a.attname = 'issuer_id'";

/** Also of exclusion constraints, which Citus treats as unique keys. */
const UNIQUE_KEYS = `
  SELECT t.relname AS table, c.relname AS index, pg_get_constraintdef(k.oid) AS definition,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = i.indkey[0] AND ${ISSUER_ID}) AS leads
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.conrelid = t.oid AND k.contype IN ('p', 'u', 'x')
  WHERE t.relnamespace = $1::regnamespace AND NOT t.relispartition AND (i.indisunique OR i.indisexclusion) ORDER BY 1, 2`;

const FOREIGN_KEYS = `
  SELECT t.relname AS table, f.relname AS target, pg_get_constraintdef(k.oid) AS definition,
    EXISTS (SELECT FROM unnest(k.conkey, k.confkey) AS p (own, other)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.own AND ${ISSUER_ID}
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = p.other AND b.attname = 'issuer_id') AS tied,
    k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('n', 'd', 'c') AS changes
  FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
  WHERE t.relnamespace = $1::regnamespace AND k.contype = 'f' AND k.conparentid = 0 ORDER BY 1, 3`;

/** A trigger's function may name no table of the schema and call none of its functions. Texts in quotes are what it says, not what it asks. */
const TRIGGERS = `
  SELECT t.relname AS table, g.tgname AS name,
    p.prolang <> (SELECT oid FROM pg_language WHERE lanname = 'plpgsql') OR s.body ~* '\\m(select|perform|insert|update|delete|merge|execute|into|from)\\M'
      OR EXISTS (SELECT FROM pg_proc o WHERE o.pronamespace = $1::regnamespace AND s.body ~* ('\\m' || o.proname || '\\s*\\(')) AS asks
  FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_proc p ON p.oid = g.tgfoid
    CROSS JOIN LATERAL (SELECT replace(regexp_replace(p.prosrc, '''[^'']*''', '', 'g'), 'IS NOT DISTINCT FROM', '=') AS body) s
  WHERE t.relnamespace = $1::regnamespace AND NOT g.tgisinternal AND g.tgparentid = 0 ORDER BY 1, 2`;

const NARROW_IDENTITIES = `
  SELECT t.relname AS table, a.attname AS name FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
  WHERE t.relnamespace = $1::regnamespace AND NOT t.relispartition AND a.attidentity <> '' AND a.atttypid <> 'bigint'::regtype ORDER BY 1, 2`;
