import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXCEPTIONS } from './exceptions.js';
import { judge } from './record-statements.js';
import type { Volatility } from './refusals.js';
import type { Layout } from './tables-of.js';

const LAYOUT: Layout = {
  tenants: new Set(['credential', 'achievement', 'status_event', 'work_watch', 'idempotency', 'endorsement']),
  references: new Set(['issuer', 'api_key']),
};
const VOLATILITY: Volatility = new Map([
  ['now', 'stable'],
  ['random', 'volatile'],
  ['gen_random_uuid', 'volatile'],
  ['date_trunc', 'stable'],
  ['pg_current_xact_id', 'stable'],
  ['pg_current_snapshot', 'stable'],
  ['set_config', 'volatile'],
]);

beforeAll(loadModule);

describe('the check of a statement', () => {
  it.each([
    ['SELECT id FROM credential WHERE id = $1', 'credential is asked without issuer_id = $n'],
    ['SELECT id FROM credential WHERE issuer_id = $1 OR id = $2', 'credential is asked without issuer_id = $n'],
    ['SELECT id FROM credential WHERE NOT (issuer_id = $1)', 'credential is asked without issuer_id = $n'],
    ['SELECT id FROM credential WHERE issuer_id <> $1', 'credential is asked without issuer_id = $n'],
    ['SELECT id FROM credential c WHERE c.issuer_id = c.issuer_id', 'credential is asked without issuer_id = $n'],
    ['SELECT id FROM public.credential', 'credential is asked without issuer_id = $n'],
    [
      'SELECT 1 FROM credential c JOIN achievement a ON a.id = c.achievement_id WHERE c.issuer_id = $1',
      'achievement is asked without issuer_id = $n',
    ],
    [
      'SELECT 1 FROM credential c WHERE c.issuer_id = $1 UNION ALL SELECT 1 FROM credential d WHERE d.id = $2',
      'credential is asked without issuer_id = $n',
    ],
    [
      'SELECT (SELECT reason FROM status_event e WHERE e.issuer_id = c.issuer_id) FROM credential c WHERE c.issuer_id = $1',
      'status_event is asked without issuer_id = $n in a subquery',
    ],
    ['SELECT 1 FROM (SELECT id FROM credential) c', 'credential is asked without issuer_id = $n in a from'],
    [
      'WITH due AS (SELECT issuer_id FROM work_watch) SELECT 1 FROM due WHERE issuer_id = $1',
      'work_watch is asked without issuer_id = $n in a cte',
    ],
    ['UPDATE credential SET signed_at = $1 WHERE id = $2', 'credential is asked without issuer_id = $n'],
    [
      'WITH due AS (SELECT $1::uuid AS issuer_id) UPDATE work_watch w SET due_at = $2 FROM due d WHERE w.issuer_id = d.issuer_id',
      'work_watch is asked without issuer_id = $n',
    ],
    ['DELETE FROM work_watch WHERE credential_id = $1', 'work_watch is asked without issuer_id = $n'],
    [
      'DELETE FROM work_watch w USING credential c WHERE w.issuer_id = $1 AND c.id = w.credential_id',
      'credential is asked without issuer_id = $n',
    ],
    ['INSERT INTO work_watch (credential_id) VALUES ($1)', 'issuer_id of work_watch is not given by a parameter'],
    ['INSERT INTO work_watch (issuer_id) VALUES ($1), (gen_random_uuid())', 'issuer_id of work_watch is not given by a parameter'],
    [
      'INSERT INTO work_watch (credential_id, issuer_id) SELECT id, issuer_id FROM credential WHERE issuer_id = $1',
      'issuer_id of work_watch is not given by a parameter',
    ],
    ['INSERT INTO work_watch VALUES ($1, $2)', 'issuer_id of work_watch is not given by a parameter'],
  ])('refuses one that does not say whose rows it means: %s', (text, fault) => {
    expect(judge(text, LAYOUT, VOLATILITY)).toContain(fault);
  });

  it.each([
    ['SELECT id FROM credential WHERE issuer_id = $1 AND valid_until < now()', 'now is called where a node may answer for itself'],
    ['SELECT id FROM credential WHERE issuer_id = $1 AND valid_until < CURRENT_TIMESTAMP', 'SVFOP_CURRENT_TIMESTAMP is called where'],
    [
      'SELECT 1 FROM credential WHERE issuer_id = $1 AND tx < pg_snapshot_xmin(pg_current_snapshot())',
      'pg_current_snapshot is called where',
    ],
    ['SELECT 1 FROM credential WHERE issuer_id = $1 AND tx = pg_current_xact_id()', 'pg_current_xact_id is called where'],
    ["SELECT set_config('a.b', $2, true) FROM credential WHERE issuer_id = $1", 'set_config is called where'],
    ['INSERT INTO work_watch (issuer_id, due_at) VALUES ($1, (SELECT $2::timestamptz))', 'an INSERT of values holds a subquery'],
    [
      'WITH n AS (SELECT $2 AS at) INSERT INTO work_watch (issuer_id, due_at) SELECT $1, at FROM n',
      'an INSERT has common table expressions',
    ],
    [
      'WITH made AS (INSERT INTO work_watch (issuer_id) VALUES ($1) RETURNING id) DELETE FROM credential WHERE issuer_id = $1 AND id IN (SELECT id FROM made)',
      'an INSERT stands in a common table expression of another change',
    ],
    [
      'INSERT INTO idempotency (issuer_id) VALUES ($1) ON CONFLICT (issuer_id) DO UPDATE SET at = now()',
      'ON CONFLICT calls now, which is not IMMUTABLE',
    ],
    [
      'INSERT INTO idempotency (issuer_id) VALUES ($1) ON CONFLICT (issuer_id) DO UPDATE SET at = $2 WHERE idempotency.at < now()',
      'ON CONFLICT calls now, which is not IMMUTABLE',
    ],
    [
      'INSERT INTO idempotency (issuer_id) VALUES ($1) ON CONFLICT (issuer_id) DO UPDATE SET at = (SELECT $2)',
      'ON CONFLICT holds a subquery',
    ],
    ['INSERT INTO idempotency (issuer_id) VALUES ($1) ON CONFLICT (key) DO UPDATE SET issuer_id = $1', 'ON CONFLICT changes issuer_id'],
    ['INSERT INTO idempotency (issuer_id) VALUES ($1) RETURNING random()', 'RETURNING calls random, which is not IMMUTABLE'],
    ['UPDATE credential SET issuer_id = $2 WHERE issuer_id = $1', 'an UPDATE changes issuer_id'],
    ['UPDATE credential SET id = gen_random_uuid() WHERE issuer_id = $1', 'an UPDATE calls gen_random_uuid, which is VOLATILE'],
    [
      "DELETE FROM credential WHERE issuer_id = $1 AND date_trunc('day', valid_until) = $2",
      'a DELETE calls date_trunc, which is STABLE, with a column',
    ],
    ["UPDATE credential SET at = coalesce($2, date_trunc('day', $3)) WHERE issuer_id = $1", 'CASE or COALESCE calls date_trunc'],
    [
      'SELECT id, (SELECT reason FROM status_event e WHERE e.issuer_id = credential.issuer_id) FROM credential WHERE issuer_id = $1 FOR UPDATE',
      'FOR UPDATE or FOR SHARE with a subquery that asks status_event without issuer_id = $n',
    ],
    [
      'WITH k AS (SELECT id FROM api_key WHERE id = $2 FOR SHARE) UPDATE credential SET x = $3 FROM k WHERE issuer_id = $1',
      'a common table expression locks rows of a reference table',
    ],
    [
      'WITH k AS (UPDATE api_key SET name = $2 RETURNING id) SELECT 1 FROM k, credential c WHERE c.issuer_id = $1',
      'a common table expression changes a reference table',
    ],
    [
      'WITH RECURSIVE line AS (SELECT id FROM credential WHERE issuer_id = $1) SELECT id FROM line',
      'WITH RECURSIVE asks tables of tenants',
    ],
    [
      'WITH gate AS (SELECT FROM issuer WHERE id = $1), made AS (INSERT INTO work_watch (issuer_id, at) SELECT $1::uuid, $2 FROM gate) SELECT 1 FROM gate',
      'a common table expression answers rows without columns',
    ],
    [
      'WITH gate AS (SELECT FROM issuer UNION ALL SELECT FROM issuer) SELECT 1 FROM gate, credential c WHERE c.issuer_id = $1',
      'a common table expression answers rows without columns',
    ],
    [
      'SELECT 1 FROM (SELECT FROM issuer WHERE id = $1) g, credential c WHERE c.issuer_id = $1',
      'a subquery in FROM answers rows without columns',
    ],
    ['SELECT 1 FROM credential c, pgboss.job j WHERE c.issuer_id = $1', 'job stays on one node and is joined with tables of tenants'],
    ['MERGE INTO credential c USING achievement a ON a.id = c.id WHEN MATCHED THEN DO NOTHING', 'MERGE is refused'],
  ])('refuses what a distributed database does: %s', (text, fault) => {
    expect(judge(text, LAYOUT, VOLATILITY).join('\n')).toContain(fault);
  });

  it.each([
    'SELECT id FROM credential WHERE issuer_id = $1 AND id = $2 FOR UPDATE',
    "SELECT id FROM credential WHERE issuer_id = 'a'::uuid",
    'SELECT 1 FROM credential c JOIN issuer i ON i.id = c.issuer_id WHERE c.issuer_id = $1',
    'SELECT 1 FROM credential c JOIN achievement a ON a.issuer_id = c.issuer_id WHERE c.issuer_id = $1',
    'SELECT (SELECT reason FROM status_event e WHERE e.issuer_id = $1) FROM credential c WHERE c.issuer_id = $1 FOR UPDATE',
    'SELECT id FROM issuer WHERE slug = $1',
    'INSERT INTO work_watch (issuer_id, due_at) VALUES ($1, $2), ($3, $4) ON CONFLICT (issuer_id) DO UPDATE SET due_at = $5',
    'WITH c AS (SELECT id FROM credential WHERE issuer_id = $1) SELECT id FROM c UNION ALL SELECT id FROM achievement WHERE issuer_id = $1',
    'WITH made AS (INSERT INTO work_watch (issuer_id) VALUES ($1) RETURNING id) SELECT id FROM made',
    'INSERT INTO work_watch (issuer_id, tx) VALUES ($1, pg_current_xact_id())',
    'UPDATE credential SET tx = pg_current_xact_id() WHERE issuer_id = $1',
    'INSERT INTO work_watch (issuer_id, at) SELECT $1::uuid, at FROM json_to_recordset($2) AS r (at timestamptz)',
    'INSERT INTO work_watch (issuer_id, at) SELECT $1::uuid, at FROM unnest($2::timestamptz[], $3::int[]) AS r (at, n)',
    'SELECT 1 FROM credential c WHERE c.issuer_id = $1 AND EXISTS (SELECT FROM achievement a WHERE a.issuer_id = $1 AND a.id = c.achievement_id)',
    'WITH v AS (VALUES ($2::uuid)) SELECT 1 FROM credential c, v WHERE c.issuer_id = $1 AND c.id = v.column1',
    'WITH due AS (SELECT id FROM work_watch WHERE issuer_id = $1 FOR UPDATE SKIP LOCKED) DELETE FROM work_watch w USING due d WHERE w.issuer_id = $1',
    'WITH RECURSIVE line AS (SELECT id FROM api_key UNION ALL SELECT k.id FROM line JOIN api_key k ON true) SELECT id FROM line',
    'SELECT count(*) FROM pgboss.job WHERE name = $1 AND start_after < now()',
    "SELECT pg_advisory_xact_lock(hashtextextended('x', 0))",
    "SET LOCAL proofmark.erasing = 'x'",
  ])('lets pass: %s', (text) => {
    expect(judge(text, LAYOUT, VOLATILITY)).toEqual([]);
  });

  it('has a reason for each exception', () => {
    for (const { reason } of EXCEPTIONS) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });
});
