import type { Recipient } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let tenants = 0;
const tenant = (): Promise<Tenant> => makeTenant(issuing, `school-${++tenants}`);

async function issue({ actor, achievement }: Tenant, recipient: Recipient) {
  const issued = await issuing.useCases.issueCredential({
    actor,
    input: { achievementId: achievement.id, body: { recipient }, idempotencyKey: null },
  });
  return good(issued).credential;
}

async function rowsOf({ issuer }: Tenant) {
  const { rows } = await issuing.database.pool.query<{
    id: string;
    external_id: string | null;
    name: string | null;
    name_search: string | null;
  }>('SELECT id, external_id, name, name_search FROM recipient WHERE issuer_id = $1 ORDER BY created_at, id', [issuer.id]);
  return rows;
}

describe('a recipient', () => {
  it('is one row however many badges they have', async () => {
    const acme = await tenant();
    const first = await issue(acme, { email: 'ada@example.org', name: 'Ada Lovelace' });
    const second = await issue(acme, { email: ' ADA@example.org ' });
    expect(first.recipient).toEqual({ id: expect.any(String), name: 'Ada Lovelace', externalId: null });
    expect(second.recipient).toEqual(first.recipient);
    expect(await rowsOf(acme)).toEqual([
      { id: first.recipient?.id, external_id: null, name: 'Ada Lovelace', name_search: ' ada lovelace' },
    ]);
    const read = await issuing.store.credentials.find(acme.issuer.id, second.id);
    expect(read).toMatchObject({ recipient: first.recipient, achievementName: 'Web API design', superseded: false });
  });

  it('is another one for each issuer', async () => {
    const [one, other] = [await tenant(), await tenant()];
    const ids = [await issue(one, { email: 'ada@example.org' }), await issue(other, { email: 'ada@example.org' })].map(
      (badge) => badge.recipient?.id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('is known by the id of the issuer alone, with neither address nor name', async () => {
    const acme = await tenant();
    const badge = await issue(acme, { externalId: 'S-1' });
    expect(badge.recipient).toEqual({ id: expect.any(String), name: null, externalId: 'S-1' });
    expect(badge.recipientLookup).toBeNull();
    expect((await issue(acme, { externalId: 'S-1', name: 'Ada' })).recipient).toEqual({ ...badge.recipient, name: 'Ada' });
  });

  it('gets the id of the issuer once it is known, and keeps it with another address', async () => {
    const acme = await tenant();
    const { recipient } = await issue(acme, { email: 'ada@example.org', name: 'Ada' });
    expect((await issue(acme, { email: 'ada@example.org', externalId: 'S-1' })).recipient).toEqual({ ...recipient, externalId: 'S-1' });
    expect((await issue(acme, { email: 'lovelace@example.org', externalId: 'S-1' })).recipient?.id).toBe(recipient?.id);
    expect((await issue(acme, { email: 'lovelace@example.org' })).recipient?.id).toBe(recipient?.id);
    expect(await rowsOf(acme)).toHaveLength(1);
  });

  it('is not another one who has the same address', async () => {
    const acme = await tenant();
    const [one, other] = [
      await issue(acme, { email: 'family@example.org', externalId: 'S-1' }),
      await issue(acme, { email: 'family@example.org', externalId: 'S-2' }),
    ];
    expect(other.recipient?.id).not.toBe(one.recipient?.id);
    expect(await rowsOf(acme)).toHaveLength(2);
  });

  it('is found without accents and in any case', async () => {
    const acme = await tenant();
    await issue(acme, { email: 'j@example.org', name: 'José  MÜLLER' });
    expect(await rowsOf(acme)).toMatchObject([{ name: 'José  MÜLLER', name_search: ' jose muller' }]);
  });

  it('is one row when many badges of theirs are issued at once, under an address and under an id', async () => {
    const acme = await tenant();
    await issue(acme, { email: 'ada@example.org' });
    const badges = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        issue(acme, { email: 'ada@example.org', ...(n % 2 === 0 ? { externalId: 'S-1' } : {}), name: `Ada ${n % 3}` }),
      ),
    );
    expect(new Set(badges.map(({ recipient }) => recipient?.id)).size).toBe(1);
    expect(await rowsOf(acme)).toHaveLength(1);
  });

  it('stays one row when two processes meet the same person at the same moment', async () => {
    const acme = await tenant();
    const processes = [issuing.useCases, issuing.with({})];
    for (let round = 0; round < 10; round += 1) {
      const email = `ada-${round}@example.org`;
      await issue(acme, { email });
      const bodies: readonly Recipient[] = [{ externalId: `S-${round}` }, { email, externalId: `S-${round}` }];
      const settled = await Promise.all(
        bodies.map((recipient, n) =>
          processes[n]?.issueCredential({
            actor: acme.actor,
            input: { achievementId: acme.achievement.id, body: { recipient }, idempotencyKey: null },
          }),
        ),
      );
      for (const one of settled) expect(one?.ok).toBe(true);
    }
    const { rows } = await issuing.database.pool.query(
      'SELECT external_id FROM recipient WHERE issuer_id = $1 AND external_id IS NOT NULL',
      [acme.issuer.id],
    );
    expect(rows).toHaveLength(10);
  });
});
