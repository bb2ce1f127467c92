import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import { scheduleFirst } from './schedule-next.js';

let issuing: Issuing;
let acme: Tenant;
let work: LoopbackServer;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  work = await loopbackServer((_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7'));
});
afterAll(async () => {
  await work.close();
  await issuing.close();
});
beforeEach(async () => {
  await query('DELETE FROM work_watch');
  await query('DELETE FROM pgboss.job');
});

const query = async (text: string, values: readonly unknown[] = []) => (await issuing.database.pool.query(text, [...values])).rows;
async function issue(paths: readonly string[] = ['/a']): Promise<string> {
  const body = { recipient: { email: 'ada@example.org' }, evidence: paths.map((path) => ({ url: `${work.origin}${path}` })) };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential.id;
}
const ordered = async (): Promise<string[]> =>
  (await query(`SELECT data->>'credentialId' AS id FROM pgboss.job WHERE name = 'recheck-work'`)).map(({ id }) => id).sort();
const daysUntil = async (id: string): Promise<number> =>
  ((await query('SELECT due_at FROM work_watch WHERE credential_id = $1', [id]))[0]!.due_at.getTime() - Date.now()) / 86_400_000;

describe('ordering due rechecks', () => {
  it('orders the rechecks that are due and schedules the next one a period later', async () => {
    const [due, later, without] = [await issue(), await issue(), await issue([])];
    await query("UPDATE work_watch SET due_at = now() - interval '1 second' WHERE credential_id = $1", [due]);
    await query("UPDATE work_watch SET due_at = now() + interval '1 hour' WHERE credential_id = $1", [later]);
    expect(await issuing.useCases.orderDueRechecks()).toBe(1);
    expect([await ordered(), await daysUntil(due)]).toEqual([[due], expect.closeTo(7, 2)]);
    expect(await issuing.useCases.orderDueRechecks()).toBe(0);
    expect(await query('SELECT FROM work_watch WHERE credential_id = $1', [without])).toEqual([]);
  });

  it('orders nothing twice when several processes search at the same time', async () => {
    const id = await issue();
    await query(`DELETE FROM work_watch`);
    await query(
      `INSERT INTO credential SELECT (c).* FROM (
         SELECT jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'status_index', n + 1000000, 'position', NULL)) AS c
         FROM credential k, generate_series(1, 1200) n WHERE k.id = $1) x`,
      [id],
    );
    await query(`INSERT INTO work_watch SELECT issuer_id, id, now() FROM credential WHERE status_index > 1000000`);
    const pool = createPool(issuing.database.url);
    const other = testProcess(pool).useCases;
    const counts = await Promise.all([issuing.useCases.orderDueRechecks(), other.orderDueRechecks(), issuing.useCases.orderDueRechecks()]);
    await pool.end();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1200);
    expect(new Set(await ordered()).size).toBe(1200);
  });

  it('orders no more jobs than may wait', async () => {
    await issue();
    await query('UPDATE work_watch SET due_at = now()');
    await query(
      `INSERT INTO pgboss.job (name, data, singleton_key, policy) SELECT 'recheck-work', '{}', n::text, 'short' FROM generate_series(1, 2000) n`,
    );
    expect(await issuing.useCases.orderDueRechecks()).toBe(0);
  });

  it('removes expired badges from the schedule', async () => {
    const id = await issue();
    await query("UPDATE work_watch SET due_at = now() - interval '1 day'");
    await query(`UPDATE credential SET valid_until = now() - interval '1 hour' WHERE id = $1`, [id]);
    expect(await issuing.useCases.orderDueRechecks()).toBe(0);
    expect([await ordered(), await query('SELECT FROM work_watch')]).toEqual([[], []]);
  });

  it('does nothing when rechecks are switched off', async () => {
    await issue();
    await query('UPDATE work_watch SET due_at = now()');
    expect(await issuing.with({ recheckDays: null }).orderDueRechecks()).toBe(0);
    expect(await ordered()).toEqual([]);
  });

  it('spreads the first rechecks of many badges evenly over a period', () => {
    const now = Date.now();
    const days = Array.from({ length: 2000 }, () => (scheduleFirst(issuing.foundation).getTime() - now) / 86_400_000);
    const perDay = [0, 1, 2, 3, 4, 5, 6].map((day) => days.filter((each) => Math.floor(each) === day).length);
    expect(perDay.reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect(Math.min(...perDay)).toBeGreaterThan(200);
  });
});
