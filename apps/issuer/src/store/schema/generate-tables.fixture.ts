import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** How a value comes about that an INSERT leaves out. */
  readonly fills: 'none' | 'default' | 'always';
  /** The text of the column's own CHECK, or null. */
  readonly check: string | null;
}

/** Columns that are not JSON and still have a narrower type than PostgreSQL knows. */
const NARROWED = [
  'achievement.onDuplicate',
  'apiEvent.type',
  'apiKey.scopes',
  'auditEntry.action',
  'auditEntry.objectType',
  'webhook.eventTypes',
  'webhookDelivery.type',
  'webhookDelivery.failure',
];

/** Tables that belong to the bookkeeping of migrations; only `migrate.ts` reads them. */
const BOOKKEEPING = ['schema_migration', 'kysely_migration', 'kysely_migration_lock'];

const SCALARS: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Uint8Array',
  integer: 'number',
  'integer[]': 'readonly number[]',
  smallint: 'number',
  text: 'string',
  'text[]': 'readonly string[]',
  'timestamp with time zone': 'Date',
  uuid: 'string',
  xid8: 'string',
};

const HEAD = `// Generated from the migrated database by generate-tables.fixture.ts. After a new migration, write it anew with
//   npx vitest run apps/issuer/src/store/schema -u
// Without -u, the same test fails when this file and the migrations differ.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Read as a value, written as JSON text: the driver would write an array as one of PostgreSQL's. */
type Json<T> = ColumnType<T, string, string>;
type GeneratedJson<T> = ColumnType<T, string | undefined, string>;
`;

/** The TypeScript text of `tables.ts`: one interface for each table of the schema `public`, for Kysely with its CamelCasePlugin. */
export async function generateTables(pool: pg.Pool): Promise<string> {
  const tables = new Map<string, Column[]>();
  for (const column of await readColumns(pool)) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  const interfaces = [...tables].map(
    ([table, columns]) => `
export interface ${upperFirst(camel(table))}Table {
${columns.map((column) => `  ${camel(column.name)}: ${typeOf(column)};`).join('\n')}
}
`,
  );
  const all = [...tables.keys()].map((table) => `  ${camel(table)}: ${upperFirst(camel(table))}Table;`);
  return `${HEAD}${interfaces.join('')}\nexport interface Tables {\n${all.join('\n')}\n}\n`;
}

function typeOf({ table, name, type, nullable, fills, check }: Column): string {
  const path = `${camel(table)}.${camel(name)}`;
  const named = `ColumnTypes['${camel(table)}']['${camel(name)}']`;
  if (/^jsonb?$/.test(type) && !nullable) return `${fills === 'none' ? 'Json' : 'GeneratedJson'}<${named}>`;
  const known = NARROWED.includes(path) ? named : (literals(check) ?? SCALARS[type]);
  if (known === undefined) throw new Error(`The column ${path} has the type ${type}, which generateTables does not know.`);
  const value = nullable ? `${known} | null` : known;
  return fills === 'none' ? value : fills === 'always' ? `GeneratedAlways<${value}>` : `Generated<${value}>`;
}

/** The texts that `CHECK (column IN ('a', 'b'))` allows, as a union; null for any other check. */
function literals(check: string | null): string | null {
  const list = /^CHECK \(\(\w+ = (?:ANY \(ARRAY\[(.*)\]\)|('[^']*'::text))\)\)$/.exec(check ?? '');
  const texts = (list?.[1] ?? list?.[2])?.match(/'[^']*'/g);
  return texts == null ? null : texts.join(' | ');
}

async function readColumns(pool: pg.Pool): Promise<readonly Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
       CASE WHEN a.attidentity = 'a' THEN 'always' WHEN a.atthasdef OR a.attidentity = 'd' THEN 'default' ELSE 'none' END AS fills,
       (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] ORDER BY k.conname LIMIT 1) AS check
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relname <> ALL ($1)
     ORDER BY c.relname COLLATE "C", a.attnum`,
    [BOOKKEEPING],
  );
  return rows;
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
