// Badges that are stored without being issued: copies of rows that the service wrote, so that a database of a million takes minutes and not hours.

/** What is another value in each copy; the rest is that of the row that is copied. `n` counts the copies, `k` is the id of the copied row. */
const OWN = {
  status_list: { id: 'n', next_position: 'length', owner: 'NULL', released_server: 'NULL', released_tx: 'NULL' },
  recipient: {
    id: 'bench_person(n)',
    external_id: "'learner-' || n",
    lookup: "decode(md5('l' || n) || md5('m' || n), 'hex')",
    name: "'Learner ' || n || ' Kowalski'",
    name_search: "' learner ' || n || ' kowalski'",
    created_at: 'bench_time(n)',
  },
  credential: {
    id: 'bench_id(n, 7, id)',
    status_list_id: '1000 + (n / 131072)',
    status_index: 'n % 131072',
    recipient_id: 'bench_person(n)',
    tx: 'bench_tx(n)',
    recipient_lookup: "decode(md5('l' || n) || md5('m' || n), 'hex')",
    created_at: 'bench_time(n)',
    valid_from: 'bench_time(n)',
  },
  api_event: { id: 'bench_id(n, 7, id)', n: 'n', tx: 'bench_tx(n)', credential_id: 'bench_id(n, 7, credential_id)', at: 'bench_time(n)' },
  audit_entry: {
    id: 'bench_id(n, 7, id)',
    seq: '1000000 + n',
    previous: "decode(md5('a' || n), 'hex')",
    hash: "decode(md5('b' || n), 'hex')",
  },
};

const TABLES = ['recipient', 'credential', 'api_event', 'audit_entry'];

/** All but those of constraints. */
const INDEXES = `
  SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index i
  WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`;

/**
 * The rows of before are a second apart and end a day ago; 500 are of one transaction, before all of this server. An id holds its time, and leads to its
 * issuer by its end, as those of the service do.
 */
const functions = (now) => `
  CREATE FUNCTION pg_temp.bench_tx(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT -1 - n / 500 $$;
  CREATE FUNCTION pg_temp.bench_person(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT (left(md5('p' || n), 12) || '3' || substr(md5('p' || n), 14, 3) || '8' || right(md5('p' || n), 15))::uuid $$;
  CREATE FUNCTION pg_temp.bench_time(n bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
    $$ SELECT to_timestamp(${now} - 86400 - n) $$;
  CREATE FUNCTION pg_temp.bench_id(n bigint, version int, like_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT (lpad(to_hex((extract(epoch FROM pg_temp.bench_time(n)) * 1000)::bigint), 12, '0') || version || substr(md5('i' || n), 1, 3)
      || '8' || substr(md5('j' || n), 1, 7) || right(like_id::text, 8))::uuid $$`;

/** Adds badges of this issuer until there are so many; those that there are already were issued. */
export async function storeBadges(pool, issuerId, count) {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT count(*)::int AS n FROM credential WHERE issuer_id = $1', [issuerId]);
    const more = count - rows[0].n;
    // Foreign keys and triggers say nothing new about copies.
    await client.query('SET session_replication_role = replica');
    await client.query('SET synchronous_commit = off');
    await client.query(functions(Math.floor(Date.now() / 1000)));
    // Made anew afterwards: to keep them up row by row takes several times as long.
    const { rows: indexes } = await client.query(INDEXES, [TABLES]);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await copy(client, 'status_list', { issuerId, from: 1000, to: 1000 + Math.floor(more / 131_072), of: 1 });
    for (const table of TABLES) {
      for (let from = 0; from < more; from += 50_000)
        await copy(client, table, { issuerId, from, to: Math.min(from + 50_000, more) - 1, of: 50 });
    }
    await client.query("SET maintenance_work_mem = '512MB'");
    for (const { definition } of indexes) await client.query(definition);
  } finally {
    client.release(true);
  }
  for (const table of TABLES) await pool.query(`VACUUM (ANALYZE) ${table}`);
  await pool.query('CHECKPOINT');
}

async function copy(client, table, { issuerId, from, to, of }) {
  const { rows } = await client.query(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => OWN[table][name]?.replaceAll(/bench_(id|time|tx|person)/g, 'pg_temp.bench_$1') ?? `"${name}"`);
  // The newest are of badges: the first entries of a log tell how the issuer was made.
  await client.query(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
     SELECT ${values.join(', ').replaceAll(/\bn\b(?!["'])/g, 'g')}
     FROM (SELECT t.*, row_number() OVER () - 1 AS row FROM (SELECT * FROM ${table} WHERE issuer_id = $1 ORDER BY id DESC LIMIT $4) t) s
     JOIN generate_series($2::bigint, $3::bigint) g ON g % (SELECT least($4, count(*)) FROM ${table} WHERE issuer_id = $1) = s.row`,
    [issuerId, from, to, of],
  );
}
