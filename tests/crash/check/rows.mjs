/** Nothing half-written: what belongs together was stored together. Each statement lists what breaks its rule. */
const RULES = [
  ['lost', 'a badge that is not signed', 'SELECT id FROM credential WHERE signed_json IS NULL AND erased_at IS NULL'],
  [
    'lost',
    'a badge without its event',
    `SELECT id FROM credential c WHERE NOT EXISTS (
       SELECT FROM api_event e WHERE e.issuer_id = c.issuer_id AND e.credential_id = c.id AND e.type = 'credential.issued')`,
  ],
  [
    'doubled',
    'a badge with two events of its issue',
    `SELECT credential_id AS id FROM api_event WHERE type = 'credential.issued' GROUP BY issuer_id, credential_id HAVING count(*) > 1`,
  ],
  [
    'lost',
    'a renewal without its event',
    `SELECT id FROM credential c WHERE predecessor_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM api_event e WHERE e.issuer_id = c.issuer_id AND e.credential_id = c.predecessor_id AND e.type = 'credential.renewed'
         AND e.data ->> 'successorId' = c.id::text)`,
  ],
  [
    'lost',
    // Of the badges of a job, the job tells.
    'a badge without its entry in the audit log',
    `SELECT id FROM credential c WHERE api_key_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM audit_entry a WHERE a.issuer_id = c.issuer_id AND a.object_id = c.id::text AND a.action IN ('credential.issued', 'credential.renewed'))
       AND NOT EXISTS (SELECT FROM recipient r WHERE r.issuer_id = c.issuer_id AND r.id = c.recipient_id AND r.name LIKE 'Row % of job %')`,
  ],
  [
    'lost',
    'a withdrawal without its event',
    `SELECT credential_id AS id FROM status_event s WHERE purpose = 'revocation' AND value AND NOT EXISTS (
       SELECT FROM api_event e WHERE e.issuer_id = s.issuer_id AND e.credential_id = s.credential_id AND e.type = 'credential.revoked')`,
  ],
  [
    'lost',
    'a badge that is withdrawn in its row or in the journal, and not in both',
    `SELECT id FROM credential c WHERE (revoked_at IS NOT NULL) <> EXISTS (
       SELECT FROM status_event s WHERE s.issuer_id = c.issuer_id AND s.credential_id = c.id AND s.purpose = 'revocation' AND s.value)`,
  ],
  [
    'lost',
    'a badge that is suspended in its row or in the journal, and not in both',
    `SELECT id FROM credential c WHERE (suspended_at IS NOT NULL) <> coalesce((
       SELECT value FROM status_event s WHERE s.issuer_id = c.issuer_id AND s.credential_id = c.id AND s.purpose = 'suspension' ORDER BY seq DESC LIMIT 1), false)`,
  ],
  [
    'lost',
    'an event of a badge that is not there',
    `SELECT credential_id AS id FROM api_event e WHERE NOT EXISTS (SELECT FROM credential c WHERE c.issuer_id = e.issuer_id AND c.id = e.credential_id)`,
  ],
  [
    'lost',
    'a key that leads to a badge that is not there',
    `SELECT credential_id AS id FROM idempotency k WHERE credential_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM credential c WHERE c.issuer_id = k.issuer_id AND c.id = k.credential_id)`,
  ],
  [
    'reused',
    'a place that two badges have',
    "SELECT status_list_id || '#' || status_index AS id FROM credential GROUP BY issuer_id, status_list_id, status_index HAVING count(*) > 1",
  ],
  [
    'reused',
    'a place that was never taken',
    `SELECT id FROM status_list l WHERE (SELECT count(*) FROM credential c WHERE c.issuer_id = l.issuer_id AND c.status_list_id = l.id) > next_position`,
  ],
];

export async function checkRows({ stage, ledger }) {
  for (const [kind, what, statement] of RULES) {
    const rows = await stage.query(statement);
    for (const { id } of rows) ledger.fail(kind, `${what}: ${id}`);
  }
  const badges = await stage.query(
    'SELECT c.id, i.slug, status_list_id AS list, status_index AS index FROM credential c JOIN issuer i ON i.id = c.issuer_id',
  );
  const rows = new Map(badges.map((badge) => [badge.id, badge]));
  for (const { id, slug, list, index } of badges) ledger.place(`${stage.baseUrl}/issuers/${slug}/status/${list}#${index}`, id);
  for (const { badge, place, n } of ledger.acknowledged) {
    const row = rows.get(badge.id);
    if (row === undefined) ledger.fail('lost', `intent ${n} (${badge.id}) was acknowledged, and has no row`);
    else if (row.index !== place.index || !place.list.endsWith(`/${row.list}`))
      ledger.fail('lost', `intent ${n} (${badge.id}) has another place in its row than in the badge`);
  }
}
