/** Copies the row of a badge to other places of its list; answers the ids of the copies. Nothing else takes a place of that list after this. */
export async function copyBadge(pool, { issuerId, id, statusListId, statusIndex }, count) {
  const { rows: columns } = await pool.query(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'credential' AND column_name NOT IN ('id', 'status_index', 'position')",
  );
  const names = columns.map(({ name }) => name).join(', ');
  const { rows } = await pool.query(
    `INSERT INTO credential (id, status_index, ${names})
     SELECT gen_random_uuid(), n, ${names} FROM credential, generate_series(0, 131071) n WHERE issuer_id = $1 AND id = $2 AND n <> $3 LIMIT $4 RETURNING id`,
    [issuerId, id, statusIndex, count],
  );
  await pool.query('UPDATE status_list SET next_position = length WHERE issuer_id = $1 AND id = $2', [issuerId, statusListId]);
  await pool.query('ANALYZE');
  return rows.map((row) => row.id);
}
