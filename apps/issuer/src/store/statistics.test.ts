import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing/issuing.fixture.js';

let issuing: Issuing;
let acme: Tenant;
let client: pg.PoolClient;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(async () => {
  client.release();
  await issuing.close();
});

it('what the planner knows of a table that has grown is renewed with the next block of places, and not again before it has doubled', async () => {
  const { pool } = issuing.database;
  // One session, whose numbers are told to the others at once.
  client = await pool.connect();
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  const { credential } = good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
  const events = async (count: number) => {
    await client.query(
      `INSERT INTO api_event (issuer_id, id, type, data, at, tx, n)
       SELECT $1, gen_random_uuid(), 'credential.issued', '{}', now(), 1, n FROM generate_series(1, $2::int) n`,
      [credential.issuerId, count],
    );
    await client.query('SELECT pg_stat_force_next_flush()');
    await client.query('SELECT 1');
  };
  const known = async (): Promise<number> =>
    (await client.query<{ n: number }>("SELECT reltuples AS n FROM pg_class WHERE oid = 'api_event'::regclass")).rows[0]!.n;

  expect(await known()).toBe(-1);
  await events(1000);
  await issuing.places.take(acme.issuer, 300);
  const after = await known();
  expect(after).toBeGreaterThanOrEqual(1000);
  expect(await issuing.store.statistics.renew()).not.toContain('public.api_event');
  await events(500);
  expect(await issuing.store.statistics.renew()).not.toContain('public.api_event');
  await events(1000);
  expect(await issuing.store.statistics.renew()).toContain('public.api_event');
});
