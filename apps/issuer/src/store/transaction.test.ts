import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuing, makeTenant, startIssuing } from '../issuing/issuing.fixture.js';
import { done, refused } from '../issuing/result.js';
import { createPool } from './database/pool.js';
import { postgresStore } from './postgres-store.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

const ISSUER = {
  mode: 'live',
  name: 'Acme',
  url: null,
  profile: {},
  suspendedSince: null,
  suspensionReason: null,
  createdAt: new Date(),
  updatedAt: new Date(),
} as const;

async function insert(n: number, end: () => unknown): Promise<unknown> {
  return issuing.store.transaction(async (tx) => {
    const id = `0198ab00-0000-7000-8000-00000000000${n}`;
    await tx.issuers.insert({ ...ISSUER, id, number: n, slug: `issuer-${n}`, did: `did:web:localhost%3A3000:issuers:issuer-${n}` });
    return end();
  });
}

async function slugs(): Promise<readonly string[]> {
  return (await issuing.store.issuers.list(null, { limit: 10, after: null })).map(({ slug }) => slug);
}

describe('a transaction of the store', () => {
  it('is committed when its work answers', async () => {
    expect(await insert(1, () => done('made'))).toEqual({ ok: true, value: 'made' });
    expect(await insert(2, () => null)).toBeNull();
    expect(await slugs()).toEqual(['issuer-1', 'issuer-2']);
  });

  it('is rolled back when its work answers with a refusal', async () => {
    expect(await insert(3, () => refused('conflict', 'No.'))).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
    expect(await slugs()).not.toContain('issuer-3');
  });

  it('is rolled back when its work throws, with the error of the work', async () => {
    const fail = () => {
      throw new Error('of the work');
    };
    await expect(insert(4, fail)).rejects.toThrow('of the work');
    expect(await slugs()).not.toContain('issuer-4');
  });

  it('needs no second connection, also when it is the first of a process and others hold all that there are', async () => {
    const pool = createPool(issuing.database.url, { max: 2 });
    const store = postgresStore(pool);
    const issuer = await makeTenant(issuing, 'two-at-once');
    let begun = 0;
    let all = (): void => undefined;
    const together = new Promise<void>((resolve) => {
      all = resolve;
    });
    const change = (n: number) =>
      store.transaction(async (tx) => {
        begun += 1;
        if (begun === 2) all();
        await together;
        const id = `0198ab00-0000-7000-8000-0000000000a${n}`;
        await tx.events.append({
          issuerId: issuer.issuer.id,
          id,
          type: 'credential.revoked',
          credentialId: null,
          data: {},
          at: new Date(),
        });
      });
    await Promise.all([change(1), change(2)]);
    await pool.end();
    const events = 'SELECT count(*)::int AS n FROM api_event WHERE issuer_id = $1';
    expect((await issuing.database.pool.query(events, [issuer.issuer.id])).rows[0].n).toBe(2);
  });

  it('gives its connection back each time', async () => {
    for (let n = 0; n < 30; n += 1) await insert(5, () => refused('conflict', 'No.'));
    expect(issuing.database.pool.waitingCount).toBe(0);
    expect(issuing.database.pool.idleCount).toBe(issuing.database.pool.totalCount);
  });
});
