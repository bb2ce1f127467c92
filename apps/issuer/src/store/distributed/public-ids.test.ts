import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import type { PublicReads } from '../../public/reads.js';
import { kyselyOver } from '../postgres-store.js';
import { publicReads } from '../public-reads.js';
import { issuerNumberOf } from './public-ids.js';

let issuing: Issuing;
let reads: PublicReads;
let acme: Tenant;
let globex: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  reads = publicReads(kyselyOver(issuing.database.pool));
  acme = await makeTenant(issuing, 'acme');
  globex = await makeTenant(issuing, 'globex');
});
afterAll(() => issuing.close());

async function issue({ actor, achievement }: Tenant): Promise<string> {
  const input = { achievementId: achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor, input })).credential.id;
}

const hex = (number: number) => number.toString(16).padStart(8, '0');

/** A badge and an achievement of acme as a release made them whose ids carried no number: their last 32 bits are what chance made them. */
async function addOld(lastBits: number): Promise<{ readonly badge: string; readonly achievement: string }> {
  const [badge, achievement] = [`0193a1c6-0000-7000-8000-0000${hex(lastBits)}`, `0193a1c6-0000-7000-8001-0000${hex(lastBits)}`];
  const { pool } = issuing.database;
  const copyOf = (table: string) => `INSERT INTO ${table} SELECT (json_populate_record(t, $1)).* FROM ${table} t WHERE id = $2`;
  await pool.query(copyOf('achievement'), [{ id: achievement }, acme.achievement.id]);
  const place = { status_index: issuerNumberOf(badge) % 131_072, position: null };
  await pool.query(copyOf('credential'), [{ id: badge, achievement_id: achievement, ...place }, await issue(acme)]);
  return { badge, achievement };
}

/** The statements that `work` sends. */
async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const client = await issuing.database.pool.connect();
  const sent: string[] = [];
  try {
    const query = (text: { text: string } | string, values?: unknown[]) => {
      sent.push(typeof text === 'string' ? text : text.text);
      return client.query(text as string, values);
    };
    const held = { query, release: () => undefined };
    reads = publicReads(kyselyOver({ connect: async () => held } as never));
    await work();
    return sent;
  } finally {
    client.release();
    reads = publicReads(kyselyOver(issuing.database.pool));
  }
}

describe('a public id', () => {
  it('carries the number of its issuer', async () => {
    expect(issuerNumberOf(await issue(acme))).toBe(acme.issuer.number);
    expect(issuerNumberOf(globex.achievement.id)).toBe(globex.issuer.number);
    expect(acme.issuer.number).not.toBe(globex.issuer.number);
  });

  it('is looked up within its issuer, whose number is asked for once', async () => {
    const badges = [await issue(acme), await issue(acme)];
    const sent = await statementsOf(async () => {
      for (const badge of badges) expect((await reads.findCredential(badge))?.issuer.slug).toBe('acme');
    });
    expect(sent).toHaveLength(3);
    expect(sent[0]).toMatch(/from "issuer" where "number" =/);
    for (const text of sent.slice(1)) expect(text).toMatch(/where "credential"\."issuer_id" = \$\d+ and/);
  });

  it.each([
    ['random', async () => 0xdeadbeef],
    ["another issuer's number", async () => globex.issuer.number],
    ["its own issuer's number", async () => acme.issuer.number],
  ])('that was made before ids carried a number is found when it ends in %s', async (_, bits) => {
    const { badge, achievement } = await addOld(await bits());
    expect(await reads.findCredential(badge)).toMatchObject({ id: badge, issuer: { slug: 'acme' } });
    expect(await reads.findWorkHistory(badge)).not.toBeNull();
    expect(await reads.wasErased(badge)).toBe(false);
    expect(await reads.findAchievement(achievement)).toMatchObject({ id: achievement, issuer: { slug: 'acme' } });
    for (const actor of [issuing.admin, acme.actor]) {
      expect(good(await issuing.useCases.getCredential({ actor, input: badge })).credential.issuerId).toBe(acme.issuer.id);
      expect(good(await issuing.useCases.getAchievement({ actor, input: achievement })).issuerId).toBe(acme.issuer.id);
    }
    await issuing.useCases.eraseCredential({ actor: issuing.admin, input: { credentialId: badge } });
    expect(await reads.wasErased(badge)).toBe(true);
  });

  it('of nothing is found nowhere, whoever its number belongs to', async () => {
    for (const bits of [acme.issuer.number, 0x0badcafe]) {
      const id = `0193a1c6-0000-7000-9000-0000${hex(bits)}`;
      expect([await reads.findCredential(id), await reads.findAchievement(id), await reads.findImage(id)]).toEqual([null, null, null]);
      expect(await issuing.useCases.getCredential({ actor: issuing.admin, input: id })).toMatchObject({ ok: false });
    }
  });

  it('leads to no badge of another issuer, for whoever acts for one issuer', async () => {
    const badge = await issue(acme);
    expect(await issuing.useCases.getCredential({ actor: globex.actor, input: badge })).toMatchObject({ ok: false });
  });
});
