/** Badges of one statement. */
const CHUNK = 50_000;
const LIST = 131_072;

/**
 * Makes rows like that of one badge, issued over a year, and the people whose they are. Of a hundred badges two are revoked, one is suspended, ten have
 * expired and one was renewed. Answers a thousand of their ids.
 */
export async function manyBadges(pool, { issuerId, id, statusListId }, achievements, { badges, people }) {
  const query = (text, values) => pool.query(text, values);
  await query(
    `INSERT INTO recipient (issuer_id, id, external_id, name, name_search, created_at, updated_at)
     SELECT $1, md5('person' || n)::uuid, 'S-' || n, 'Given' || n % 400 || ' Family' || lpad((n % 1000)::text, 3, '0'),
       ' given' || n % 400 || ' family' || lpad((n % 1000)::text, 3, '0'), t, t
     FROM (SELECT n, '2026-01-01Z'::timestamptz + n * (interval '300 days' / $2::int) AS t FROM generate_series(1, $2::int) n) x`,
    [issuerId, people],
  );
  const lists = Math.ceil(badges / LIST);
  await query(
    `INSERT INTO status_list SELECT (jsonb_populate_record(s, jsonb_build_object('id', s.id + n))).*
     FROM status_list s, generate_series(1, $3::int) n WHERE s.issuer_id = $1 AND s.id = $2`,
    [issuerId, statusListId, lists],
  );
  const OWN = [
    'id',
    'status_list_id',
    'status_index',
    'achievement_id',
    'recipient_id',
    'predecessor_id',
    'tx',
    'created_at',
    'signed_at',
    'valid_from',
  ];
  const { rows } = await query(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'credential' AND NOT column_name = ANY ($1) AND is_generated = 'NEVER'`,
    [[...OWN, 'position', 'recipient_lookup', 'valid_until', 'revoked_at', 'suspended_at']],
  );
  const names = rows.map(({ name }) => name).join(', ');
  const same = rows.map(({ name }) => `c.${name}`).join(', ');
  // The id holds the time, as those of the service do.
  const idOf = (n) =>
    `(lpad(to_hex((extract(epoch FROM ${timeOf(n)}) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex((${n}) % 4096), 3, '0') || '8' || substr(md5((${n})::text), 1, 15))::uuid`;
  const timeOf = (n) => `('2026-01-01Z'::timestamptz + (${n}) * (interval '300 days' / ${badges}))`;
  for (let from = 1; from <= badges; from += CHUNK) {
    await query(
      `INSERT INTO credential (${OWN.join(', ')}, recipient_lookup, valid_until, revoked_at, suspended_at, ${names})
       SELECT ${idOf('n')}, $3::bigint + 1 + (n - 1) / ${LIST}, (n - 1) % ${LIST}, ($4::uuid[])[1 + n % ${achievements.length}],
         md5('person' || (1 + (n * 31) % $5::int))::uuid, CASE WHEN n % 100 = 51 AND n > 100 THEN ${idOf('n - 1')} END,
         n - $8::bigint, ${timeOf('n')}, ${timeOf('n')}, ${timeOf('n')},
         decode(md5('person' || (1 + (n * 31) % $5::int)), 'hex'), CASE WHEN n % 10 = 0 THEN ${timeOf('n')} + interval '10 days' END,
         CASE WHEN n % 50 = 7 THEN ${timeOf('n')} + interval '5 days' END, CASE WHEN n % 100 = 9 THEN ${timeOf('n')} + interval '5 days' END, ${same}
       FROM credential c, generate_series($6::int, $7::int) n WHERE c.issuer_id = $1 AND c.id = $2`,
      [issuerId, id, statusListId, achievements, people, from, Math.min(badges, from + CHUNK - 1), badges],
    );
  }
  await query('ANALYZE');
  const sample = await query(`SELECT id FROM credential WHERE issuer_id = $1 AND status_index % 997 = 3 AND id <> $2 LIMIT 1000`, [
    issuerId,
    id,
  ]);
  return { ids: sample.rows.map((row) => row.id) };
}
