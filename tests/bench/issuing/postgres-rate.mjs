// PostgreSQL's own rate for the rows that one badge writes: the same columns and indexes, without foreign keys and triggers, and without a service.
import { randomUUID } from 'node:crypto';

/** How many rows each table got for one badge, found out by issuing some. `issue` issues so many. */
export async function rowsOfABadge(pool, issue, count) {
  const before = await counts(pool);
  await issue(count);
  const after = await counts(pool);
  return Object.entries(after)
    .map(([table, rows]) => ({ table, each: Math.round((rows - (before[table] ?? 0)) / count) }))
    .filter(({ each }) => each > 0);
}

async function counts(pool) {
  const { rows } = await pool.query("SELECT quote_ident(tablename) AS t FROM pg_tables WHERE schemaname = 'public'");
  const found = {};
  for (const { t } of rows) found[t] = Number((await pool.query(`SELECT count(*) AS n FROM public.${t}`)).rows[0].n);
  return found;
}

/** Empty twins of the tables, each with a sample of its newest rows as text; answers what fills them. */
export async function twins(pool, tables, issuerId) {
  await pool.query('DROP SCHEMA IF EXISTS bench CASCADE');
  await pool.query('CREATE SCHEMA bench');
  const samples = [];
  for (const { table, each } of tables) {
    await pool.query(`CREATE TABLE bench.${table} (LIKE public.${table} INCLUDING ALL)`);
    const { rows: columns } = await pool.query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, EXISTS (
         SELECT FROM pg_index i WHERE i.indrelid = attrelid AND i.indisunique AND attnum = ANY (i.indkey)) AS own
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
      [`public.${table}`],
    );
    const texts = columns.map(({ name }) => `${name}::text AS ${name}`).join(', ');
    const { rows } = await pool.query(`SELECT ${texts} FROM public.${table} WHERE issuer_id = $1 LIMIT 500`, [issuerId]);
    samples.push({ table, each, columns, rows });
  }
  return samples;
}

/** Every key begins with the issuer, so a batch of a new issuer collides with nothing. What is in a unique key is made anew for each row, too. */
function freshRows({ each, columns, rows }, badges) {
  const issuer = randomUUID();
  return Array.from({ length: each * badges }, (_, at) => {
    const row = rows[at % rows.length];
    return columns.map(({ name, type, own }) => {
      if (name === 'issuer_id') return issuer;
      if (!own || row[name] === null) return row[name];
      return /int|numeric/.test(type) ? String(at) : randomUUID();
    });
  });
}

/** Writes so many badges by one `INSERT … SELECT FROM unnest` for each table, in one transaction. */
export async function byUnnest(client, samples, badges) {
  await client.query('BEGIN');
  for (const sample of samples) {
    const rows = freshRows(sample, badges);
    const names = sample.columns.map(({ name }) => name).join(', ');
    const values = sample.columns.map(({ type }, at) => `c${at}::${type}`).join(', ');
    const arrays = sample.columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
    const aliases = sample.columns.map((_, at) => `c${at}`).join(', ');
    await client.query({
      name: `bench-${sample.table}`,
      text: `INSERT INTO bench.${sample.table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM unnest(${arrays}) AS u(${aliases})`,
      values: sample.columns.map((_, at) => rows.map((row) => row[at])),
    });
  }
  await client.query('COMMIT');
}

/** The same by COPY: text that the server reads from one stream. `from` is pg's `COPY FROM STDIN`. */
export async function byCopy(client, samples, badges, copyIn) {
  await client.query('BEGIN');
  for (const sample of samples) {
    const names = sample.columns.map(({ name }) => name).join(', ');
    const lines = freshRows(sample, badges).map((row) => row.map(escaped).join('\t'));
    await copyIn(client, `COPY bench.${sample.table} (${names}) FROM STDIN`, `${lines.join('\n')}\n`);
  }
  await client.query('COMMIT');
}

function escaped(text) {
  if (text === null) return '\\N';
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}
