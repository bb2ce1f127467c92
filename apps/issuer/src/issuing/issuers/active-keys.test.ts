import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import { type ActiveKeyCache, activeKeyCache } from './active-keys.js';

let issuing: Issuing;
let acme: Tenant;
let asked = 0;
let now = new Date('2026-11-28T12:00:00Z');
let cache: ActiveKeyCache;

beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  const { store, keys } = issuing.foundation;
  const signingKeys = {
    ...store.signingKeys,
    use: (...args: Parameters<typeof store.signingKeys.use>) => {
      asked += 1;
      return store.signingKeys.use(...args);
    },
  };
  cache = activeKeyCache({ store: { signingKeys }, keys, clock: { now: () => now } });
});
afterAll(() => issuing.close());

const rotate = () =>
  testProcess(issuing.database.pool).useCases.rotateSigningKey({
    actor: acme.actor,
    input: { issuerId: acme.issuer.id, algorithm: 'Ed25519' },
  });
const isActive = (ids: readonly string[]) => issuing.store.transaction((tx) => tx.signingKeys.lockActive(acme.issuer.id, ids));

describe('the active keys of an issuer', () => {
  it('are asked of the database once, also when many ask at the same time', async () => {
    const [one, two] = await Promise.all([cache.of(acme.issuer.id), cache.of(acme.issuer.id)]);
    expect(two).toBe(one);
    expect(one.embedded.key.algorithm).toBe('Ed25519');
    expect(one.token.signer).toMatchObject({ algorithm: 'ES256', privateKey: { type: 'private' } });
    await cache.of(acme.issuer.id);
    expect(asked).toBe(2);
  });

  it('stay published from then on', async () => {
    const keys = await issuing.store.signingKeys.list(acme.issuer.id);
    expect(keys.map(({ usedAt }) => usedAt)).toEqual([now, now]);
  });

  it('are known not to be active any more by who commits, when another process has rotated one', async () => {
    const { embedded, token } = await cache.of(acme.issuer.id);
    expect(await isActive([embedded.key.id, token.key.id])).toBe(true);
    good(await rotate());
    const stale = await cache.of(acme.issuer.id);
    expect(stale.embedded.key.id).toBe(embedded.key.id);
    expect(await isActive([stale.embedded.key.id, stale.token.key.id])).toBe(false);
    cache.forget(acme.issuer.id);
    const fresh = await cache.of(acme.issuer.id);
    expect(fresh.embedded.key.id).not.toBe(embedded.key.id);
    expect(await isActive([fresh.embedded.key.id, fresh.token.key.id])).toBe(true);
  });

  it('cannot be retired while who signed with them commits', async () => {
    cache.forget(acme.issuer.id);
    const { embedded } = await cache.of(acme.issuer.id);
    const order: string[] = [];
    let retiring: Promise<unknown> = Promise.resolve();
    await issuing.store.transaction(async (tx) => {
      expect(await tx.signingKeys.lockActive(acme.issuer.id, [embedded.key.id])).toBe(true);
      retiring = issuing.store.signingKeys.retire(acme.issuer.id, embedded.key.id, now).then(() => order.push('retired'));
      await expect.poll(() => waiting()).toBe(1);
      order.push('committed');
    });
    await retiring;
    expect(order).toEqual(['committed', 'retired']);
    await issuing.database.pool.query('UPDATE signing_key SET retired_at = NULL WHERE id = $1', [embedded.key.id]);
  });

  it('are asked of the database again after a minute, and when the clock was set back', async () => {
    await cache.of(acme.issuer.id);
    asked = 0;
    now = new Date(now.getTime() + 59_999);
    await cache.of(acme.issuer.id);
    expect(asked).toBe(0);
    now = new Date(now.getTime() + 1);
    await cache.of(acme.issuer.id);
    expect(asked).toBe(2);
    now = new Date(now.getTime() - 3_600_000);
    await cache.of(acme.issuer.id);
    expect(asked).toBe(4);
  });

  it('are asked for again after a failure', async () => {
    const { rows } = await issuing.database.pool.query('DELETE FROM sealed_key WHERE issuer_id = $1 RETURNING *', [acme.issuer.id]);
    const fresh = testProcess(issuing.database.pool);
    const cold = activeKeyCache(fresh.foundation);
    await expect(cold.of(acme.issuer.id)).rejects.toMatchObject({ name: 'KeyUnusable', why: 'lost' });
    for (const { issuer_id, id, keyring, sealed, created_at } of rows) {
      await issuing.database.pool.query('INSERT INTO sealed_key VALUES ($1, $2, $3, $4, $5)', [issuer_id, id, keyring, sealed, created_at]);
    }
    expect((await cold.of(acme.issuer.id)).embedded.key.algorithm).toBe('Ed25519');
    await fresh.close();
  });
});

async function waiting(): Promise<number> {
  const { rows } = await issuing.database.pool.query(
    "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows[0].n;
}
