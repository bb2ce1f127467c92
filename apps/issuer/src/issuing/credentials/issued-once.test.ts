import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const ADA = { email: ' Ada@Example.org ', name: 'Ada Lovelace' };

async function issue(body: object = {}, tenant: Tenant = acme, key: string | null = null) {
  return issuing.useCases.issueCredential({
    actor: tenant.actor,
    input: { achievementId: tenant.achievement.id, body: { recipient: ADA, ...body }, idempotencyKey: key },
  });
}

async function badges(): Promise<number> {
  const { rows } = await issuing.database.pool.query('SELECT count(*)::int AS n FROM credential');
  return rows[0].n;
}

describe('an Idempotency-Key', () => {
  it('answers the same request with the same badge and refuses another request', async () => {
    const first = good(await issue({}, acme, 'award-1'));
    const second = good(await issue({}, acme, 'award-1'));
    expect(second.replayed).toBe(true);
    expect(second.credential.signed).toEqual(first.credential.signed);
    expect(codeOf(await issue({ narrative: 'other' }, acme, 'award-1'))).toBe('idempotency-key-reused');
    const globex = await makeTenant(issuing, 'globex');
    expect(good(await issue({}, globex, 'award-1')).replayed).toBe(false);
  });

  it('of an admin key stands for one request of each issuer', async () => {
    const tenants = [await makeTenant(issuing, 'one'), await makeTenant(issuing, 'two')];
    const issueAsAdmin = async ({ achievement }: Tenant) => {
      const input = { achievementId: achievement.id, body: { recipient: ADA }, idempotencyKey: 'award-2' };
      return good(await issuing.useCases.issueCredential({ actor: issuing.admin, input }));
    };
    const made = [await issueAsAdmin(tenants[0]!), await issueAsAdmin(tenants[1]!)];
    expect(made.map(({ credential }) => credential.issuerId)).toEqual(tenants.map(({ issuer }) => issuer.id));
    expect(made.map(({ replayed }) => replayed)).toEqual([false, false]);
    expect((await issueAsAdmin(tenants[0]!)).credential.id).toBe(made[0]!.credential.id);
  });

  it('makes one badge of twenty requests at once', async () => {
    const before = await badges();
    const results = await Promise.all(Array.from({ length: 20 }, () => issue({}, acme, 'race')));
    expect(await badges()).toBe(before + 1);
    const ids = new Set(results.flatMap((result) => (result.ok ? [result.value.credential.signed!.jwt] : [])));
    expect(ids.size).toBe(1);
    expect(results.filter((result) => result.ok && !result.value.replayed)).toHaveLength(1);
    // Those that come while the first is worked on are told so; those that come later get its badge.
    expect(['ok', 'request-in-progress']).toEqual(expect.arrayContaining([...new Set(results.map(codeOf))]));
    expect(good(await issue({}, acme, 'race')).replayed).toBe(true);
  });

  it('reports a request in progress, and lets another attempt take over when its process died', async () => {
    const claim = { issuerId: acme.issuer.id, owner: acme.issuer.id, key: 'slow', requestHash: new Uint8Array(32), holder: acme.issuer.id };
    await issuing.store.idempotency.claim(claim, 120);
    await issuing.database.pool.query(
      `UPDATE idempotency SET request_hash = (SELECT request_hash FROM idempotency WHERE key = 'race') WHERE key = 'slow'`,
    );
    expect(codeOf(await issue({}, acme, 'slow'))).toBe('request-in-progress');
    await issuing.database.pool.query(`UPDATE idempotency SET lease_until = now() - interval '1 second' WHERE key = 'slow'`);
    expect(good(await issue({}, acme, 'slow')).replayed).toBe(false);
    expect(await issuing.store.idempotency.attach(claim, { credentialId: acme.issuer.id, endorsementId: null })).toBe(false);
  });

  it.each([1, 24])('is not in progress for longer than a claim lasts when the clock was set back by %i hours', async (hours) => {
    const key = `set-back-${hours}`;
    good(await issue({}, acme, key));
    // As the claim of a process that died before the clock was set back.
    await issuing.database.pool.query(
      `UPDATE idempotency SET credential_id = NULL, lease_until = now() + $1 * interval '1 hour' + interval '100 seconds' WHERE key = $2`,
      [hours, key],
    );
    expect(good(await issue({}, acme, key)).replayed).toBe(false);
    // That of a process whose clock is a little ahead is respected.
    await issuing.database.pool.query(
      `UPDATE idempotency SET credential_id = NULL, lease_until = now() + interval '150 seconds' WHERE key = $1`,
      [key],
    );
    expect(codeOf(await issue({}, acme, key))).toBe('request-in-progress');
  });

  it('leaves nothing of an attempt whose claim another process took over', async () => {
    const steal = `UPDATE idempotency SET holder = gen_random_uuid() WHERE key = 'stolen'`;
    const server = await loopbackServer((_, response) => void issuing.database.pool.query(steal).then(() => response.end('work')));
    try {
      const before = await badges();
      expect(codeOf(await issue({ evidence: [{ url: `${server.origin}/work.txt` }] }, acme, 'stolen'))).toBe('request-in-progress');
      expect(await badges()).toBe(before);
      expect(server.requests).not.toHaveLength(0);
    } finally {
      await server.close();
    }
  });

  it('can be used again after a refusal', async () => {
    const tenant = await makeTenant(issuing, 'refused', { evidencePolicy: { min: 1, pinned: 'any' } });
    expect(codeOf(await issue({}, tenant, 'again'))).toBe('evidence-required');
    expect(
      good(await issue({ evidence: [{ url: `https://github.com/ada/todo/tree/${'a1b2c3d4'.repeat(5)}` }] }, tenant, 'again')).replayed,
    ).toBe(false);
  });
});
