import type { Recipient } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import { postgresStore } from '../../store/postgres-store.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { Store } from '../ports.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let tenants = 0;
const tenant = (): Promise<Tenant> => makeTenant(issuing, `school-${++tenants}`);

async function issue({ actor, achievement }: Tenant, recipient: Recipient) {
  const input = { achievementId: achievement.id, body: { recipient }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor, input })).credential;
}

/** Makes the badges of an issuer look as a release issued them that had no rows of recipients. */
async function forget({ issuer }: Tenant): Promise<void> {
  await issuing.database.pool.query('UPDATE credential SET recipient_id = NULL WHERE issuer_id = $1', [issuer.id]);
  await issuing.database.pool.query('DELETE FROM recipient WHERE issuer_id = $1', [issuer.id]);
}

const MANY = 4000;

/** Of one badge, all before it in the order of ids. */
async function copies({ issuer }: Tenant, id: string, count: number): Promise<void> {
  const { pool } = issuing.database;
  const { rows } = await pool.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'credential'",
  );
  const names = rows.map(({ name }) => name).filter((name) => !['id', 'status_index', 'tx'].includes(name));
  await pool.query(
    `INSERT INTO credential (id, status_index, tx, ${names.join(', ')})
     SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(f.place), 12, '0'))::uuid, f.place, -f.place, ${names.join(', ')}
     FROM (SELECT * FROM credential WHERE issuer_id = $1 AND id = $2) c, (
       SELECT place FROM generate_series(1, 131071) place
       WHERE NOT EXISTS (SELECT FROM credential x WHERE x.issuer_id = $1 AND x.status_index = place) LIMIT $3::int) f`,
    [issuer.id, id, count],
  );
}

/** Entries of the index of badges without a recipient that were read. */
async function indexed(pool: ReturnType<typeof createPool>): Promise<number> {
  await pool.query('SELECT pg_stat_force_next_flush()');
  await pool.query('SELECT pg_stat_clear_snapshot()');
  const text = "SELECT sum(idx_tup_read)::int AS n FROM pg_stat_user_indexes WHERE indexrelname LIKE 'credential_without_recipient%'";
  return (await pool.query<{ n: number }>(text)).rows[0]!.n;
}

const page = { limit: 100, after: null, order: 'oldest' } as const;
const everybody = { issuerId: null, externalId: null, email: null, name: null, page };
const people = async ({ actor }: Tenant, filter: Partial<typeof everybody> | { readonly email: string } | { readonly name: string } = {}) =>
  good(await issuing.useCases.listRecipients({ actor, input: { ...everybody, ...filter } }));
const ownerOf = async ({ issuer }: Tenant, id: string) => (await issuing.store.credentials.find(issuer.id, id))?.recipient;

describe('badges of before recipients were rows', () => {
  it('get their recipients: one for each address or DID, by the last name, since the first badge', async () => {
    const acme = await tenant();
    const first = await issue(acme, { email: 'ada@example.org', name: 'Ada Byron' });
    const second = await issue(acme, { email: 'Ada@example.org', name: 'Ada Lovelace' });
    const third = await issue(acme, { email: 'ada@example.org' });
    const other = await issue(acme, { did: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' });
    await forget(acme);
    await issuing.useCases.fillInRecipients();
    const found = await people(acme);
    expect(found.map(({ name, email }) => [name, email])).toEqual([
      ['Ada Lovelace', null],
      [null, null],
    ]);
    expect(found[0]?.createdAt).toEqual(first.createdAt);
    for (const badge of [first, second, third]) expect((await ownerOf(acme, badge.id))?.id).toBe(found[0]?.id);
    expect((await ownerOf(acme, other.id))?.id).toBe(found[1]?.id);
    expect((await people(acme, { email: 'ADA@example.org' })).map(({ id }) => id)).toEqual([found[0]?.id]);
    expect((await people(acme, { name: 'lovel' })).map(({ id }) => id)).toEqual([found[0]?.id]);
  });

  it('are met again by the next badge of the same person, which brings the address', async () => {
    const acme = await tenant();
    await issue(acme, { email: 'ada@example.org', name: 'Ada' });
    await issue(acme, { did: 'did:web:ada.example' });
    await forget(acme);
    await issuing.useCases.fillInRecipients();
    const [ada, other] = await people(acme);
    expect((await issue(acme, { email: 'ada@example.org', name: 'Ada' })).recipient?.id).toBe(ada?.id);
    expect((await issue(acme, { did: 'did:web:ada.example' })).recipient?.id).toBe(other?.id);
    expect((await people(acme)).map(({ id, email }) => [id, email])).toEqual([
      [ada?.id, 'ada@example.org'],
      [other?.id, null],
    ]);
  });

  it('go to whoever has the address by now, and change nothing of them', async () => {
    const acme = await tenant();
    const old = await issue(acme, { email: 'ada@example.org', name: 'Ada Byron' });
    await forget(acme);
    const { recipient } = await issue(acme, { email: 'ada@example.org', name: 'Ada King', externalId: 'S-1' });
    await issuing.useCases.fillInRecipients();
    expect(await ownerOf(acme, old.id)).toEqual(recipient);
    expect(await people(acme)).toMatchObject([{ id: recipient?.id, name: 'Ada King', email: 'ada@example.org' }]);
  });

  it('are filled in for every issuer by itself, in batches, by several processes at once, but the erased ones', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const badges = [];
    for (let n = 0; n < 210; n += 1) badges.push(await issue(acme, { email: `p${n % 30}@example.org` }));
    await issue(globex, { email: 'p1@example.org' });
    const erased = badges.pop();
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased?.id ?? '' } });
    await forget(acme);
    await forget(globex);
    await Promise.all([issuing.useCases.fillInRecipients(), issuing.with({}).fillInRecipients()]);
    await issuing.useCases.fillInRecipients();
    expect((await people(acme)).length).toBe(30);
    expect((await people(globex)).length).toBe(1);
    const { rows } = await issuing.database.pool.query('SELECT id FROM credential WHERE recipient_id IS NULL AND issuer_id = $1', [
      acme.issuer.id,
    ]);
    expect(rows.map(({ id }) => id)).toEqual([erased?.id]);
    expect(await issuing.store.withoutRecipient.nextIssuer(null)).toBeNull();
  });

  it('are gone through once, a bounded number in a transaction, however many one person has, and show the last name', async () => {
    const acme = await tenant();
    const first = await issue(acme, { email: 'ada@example.org', name: 'Ada Byron' });
    await issue(acme, { email: 'ada@example.org', name: 'Ada Lovelace' });
    await copies(acme, first.id, MANY);
    await forget(acme);
    // What still sees the rows as they were keeps the index from dropping what is done with.
    const onlooker = await issuing.database.pool.connect();
    const pool = createPool(issuing.database.url, { max: 1 });
    const most: number[] = [];
    try {
      await onlooker.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await onlooker.query('SELECT count(*) FROM issuer');
      const before = await indexed(pool);
      const store = postgresStore(pool);
      const watched: Store = {
        ...store,
        transaction: (work) =>
          store.transaction((tx) =>
            work({
              ...tx,
              withoutRecipient: {
                ...tx.withoutRecipient,
                async lock(...input) {
                  const found = await tx.withoutRecipient.lock(...input);
                  most.push(found.length);
                  return found;
                },
              },
            }),
          ),
      };
      await issuing.with({ store: watched }).fillInRecipients();
      expect((await indexed(pool)) - before).toBeLessThan(3 * MANY);
    } finally {
      await onlooker.query('ROLLBACK');
      onlooker.release();
      await pool.end();
    }
    expect(Math.max(...most)).toBe(200);
    expect(most.reduce((sum, one) => sum + one)).toBe(MANY + 2);
    const found = await people(acme);
    expect(found.map(({ name }) => name)).toEqual(['Ada Lovelace']);
    const { rows } = await issuing.database.pool.query(
      'SELECT count(*)::int AS n FROM credential WHERE issuer_id = $1 AND recipient_id = $2',
      [acme.issuer.id, found[0]?.id],
    );
    expect(rows).toEqual([{ n: MANY + 2 }]);
  });

  it('can be erased as a person', async () => {
    const acme = await tenant();
    const badge = await issue(acme, { email: 'ada@example.org', name: 'Ada' });
    await forget(acme);
    await issuing.useCases.fillInRecipients();
    const [ada] = await people(acme);
    good(await issuing.useCases.eraseRecipient({ actor: acme.actor, input: { issuerId: null, recipientId: ada?.id ?? '' } }));
    expect((await issuing.store.credentials.find(acme.issuer.id, badge.id))?.erasedAt).not.toBeNull();
    expect(await people(acme)).toEqual([]);
  });
});
