import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, listOf, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import { kyselyOver, postgresStore } from '../postgres-store.js';
import { settleOffset } from './transaction-order.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

async function issue(): Promise<string> {
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential.id;
}
const badges = async (after: string | null = null): Promise<readonly string[]> => {
  return good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf({}, after) })).credentials.map(({ id }) => id);
};
const events = async (after: string | null = null) =>
  good(await issuing.useCases.listEvents({ actor: acme.actor, input: { issuerId: null, after, type: null, limit: 100 } }));

describe('what follows a badge or an event', () => {
  it('comes when every transaction has ended that may still put something in front of it', async () => {
    const [last, lastEvent] = [(await badges()).at(-1) ?? (await issue()), (await events()).at(-1)];
    const client = await issuing.database.pool.connect();
    let early: string;
    try {
      // An older transaction that has not written yet.
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id()');
      early = await issue();
      expect(await badges(last)).toEqual([]);
      expect((await events(lastEvent?.id)).filter(({ credentialId }) => credentialId === early)).toEqual([]);
    } finally {
      await client.query('COMMIT');
      client.release();
    }
    expect(await badges(last)).toEqual([early]);
    expect((await events(lastEvent?.id)).map(({ credentialId }) => credentialId)).toContain(early);
  });

  it('is read at once by those who made it', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.push(await issue());
      expect((await badges()).at(-1)).toBe(ids.at(-1));
    }
    expect((await badges()).slice(-5)).toEqual(ids);
  });

  it('follows what was numbered by the releases before', async () => {
    const [first, second] = [await issue(), await issue()];
    await issuing.database.pool.query('UPDATE credential SET position = 2, tx = NULL WHERE id = $1', [first]);
    await issuing.database.pool.query('UPDATE credential SET position = 1, tx = NULL WHERE id = $1', [second]);
    await issuing.database.pool.query('UPDATE api_event SET seq = 2, tx = NULL WHERE credential_id = $1', [first]);
    await issuing.database.pool.query('UPDATE api_event SET seq = 1, tx = NULL WHERE credential_id = $1', [second]);
    const third = await issue();
    const all = await badges();
    expect([all[0], all[1], all.at(-1)]).toEqual([second, first, third]);
    expect(await badges(second)).toEqual(all.slice(1));
    const told = await events();
    expect(told.slice(0, 2).map(({ credentialId }) => credentialId)).toEqual([second, first]);
    expect(await events(told[0]!.id)).toEqual(told.slice(1));
  });
});

describe('the numbers of transactions', () => {
  it('go on above those of a database that was restored into a server with lower ones', async () => {
    const { pool } = issuing.database;
    const last = await issue();
    // As if it had been dumped from a server with far higher numbers.
    await pool.query('UPDATE credential SET tx = tx + 5000000000 WHERE id = $1', [last]);
    await pool.query("UPDATE transaction_offset SET origin = 'another server'");
    const offset = await settleOffset(kyselyOver(pool));
    expect(offset).toBeGreaterThan(4_000_000_000);
    expect(await settleOffset(kyselyOver(pool))).toBe(offset);
    const restored = issuing.with({ store: postgresStore(pool) });
    const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
    const after = good(await restored.issueCredential({ actor: acme.actor, input })).credential.id;
    expect(good(await restored.listCredentials({ actor: acme.actor, input: listOf({}, last) })).credentials.map(({ id }) => id)).toEqual([
      after,
    ]);
  });
});
