import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing.fixture.js';
import type { UseCases } from '../../use-cases.js';
import { type Issuance, issueCredential } from '../issue-credential.js';
import type { SignedBadge } from './batch.js';
import type { Commit } from './commit-badges.js';
import { commitQueue } from './commit-queue.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

/** A process of which each commit is counted, and waits until it is let go. */
function heldBack() {
  const { store } = issuing.foundation;
  const sizes: number[] = [];
  const held: (() => void)[] = [];
  const insert: typeof store.batches.insert = async (batch) => {
    sizes.push(batch.rows.length);
    await new Promise<void>((resolve) => void held.push(resolve));
    return store.batches.insert(batch);
  };
  const cases = issuing.with({ store: { ...store, batches: { insert } } });
  /** Lets the next commit go, once it has begun. */
  const letGo = async (): Promise<void> => {
    await expect.poll(() => held.length, { interval: 5 }).toBeGreaterThan(0);
    held.shift()?.();
  };
  return { cases, sizes, letGo };
}

let people = 0;
function issue({ issueCredential }: Pick<UseCases, 'issueCredential'>, tenant = acme, body: object = {}) {
  people += 1;
  const recipient = { email: `person-${people}@example.org` };
  const input = { achievementId: tenant.achievement.id, body: { recipient, ...body }, idempotencyKey: `k-${people}` };
  return issueCredential({ actor: tenant.actor, input });
}

describe('badges of one issuer that come together', () => {
  it('are committed together while another is committed, and each request gets its own', async () => {
    const { cases, sizes, letGo } = heldBack();
    const first = issue(cases);
    await expect.poll(() => sizes.length, { interval: 5 }).toBe(1);
    const others = Array.from({ length: 12 }, () => issue(cases));
    await expect.poll(() => issuing.database.pool.query('SELECT FROM idempotency').then(({ rowCount }) => rowCount)).toBe(13);
    const all = Promise.all([first, ...others]);
    let ended = false;
    void all.then(() => {
      ended = true;
    });
    while (!ended) await Promise.race([letGo(), all]);
    const made = (await all).map((one) => good(one).credential);
    expect(sizes[0]).toBe(1);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(13);
    expect(sizes.length).toBeLessThan(8);
    expect(new Set(made.map(({ id }) => id)).size).toBe(13);
    const { rows } = await issuing.database.pool.query('SELECT key, credential_id FROM idempotency ORDER BY credential_id');
    expect(rows.map(({ credential_id }) => credential_id)).toEqual(made.map(({ id }) => id).sort());
  });

  it('do not wait for those of another issuer', async () => {
    const { cases, letGo } = heldBack();
    const globex = await makeTenant(issuing, 'globex');
    const waiting = issue(cases);
    const free = issuing.with({});
    good(await issue(free, globex));
    await letGo();
    good(await waiting);
  });

  it('leave one that cannot be stored to its own fate', async () => {
    const { store } = issuing.foundation;
    const cases = issuing.with({
      store: {
        ...store,
        batches: {
          // A text that PostgreSQL does not take.
          insert: (batch) =>
            store.batches.insert({
              ...batch,
              rows: batch.rows.map((row) => (row.credential.signed.json.includes('Nobody') ? { ...row, report: 'a\u0000b' } : row)),
            }),
        },
      },
    });
    const bad = issue(cases, acme, { recipient: { email: 'nobody@example.org', name: 'Nobody' } });
    const settled = await Promise.allSettled([issue(cases), issue(cases), bad, issue(cases), issue(cases)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('are committed by no more than so many at a time, and those of other keys apart', async () => {
    const sizes: number[] = [];
    const { commit } = commitQueue(
      async (_, badges) => {
        sizes.push(badges.length);
        await new Promise((resolve) => setImmediate(resolve));
        return new Map(badges.map((badge) => [badge, { status: 'fulfilled', value: 'issuer-changed' }]));
      },
      { together: 3 },
    );
    await Promise.all(['a', 'a', 'a', 'b', 'a', 'a', 'b'].map((key) => commit(commitWith(key), [someBadge()])));
    expect(sizes).toEqual([1, 3, 2, 1]);
  });

  it('are refused, and told when to come again, once very many wait', async () => {
    const queue = commitQueue(() => new Promise(() => undefined), { waiting: 2 });
    const before = [queue.full(acme.issuer.id)];
    for (let i = 0; i < 3; i += 1) {
      void queue.commit(commitWith('a'), [someBadge()]);
      before.push(queue.full(acme.issuer.id));
    }
    expect(before).toEqual([false, false, false, true]);
    expect(queue.full('another')).toBe(false);
    const deps = { store: issuing.store, full: queue.full, sources: { achievement: async () => ({ value: acme.achievement }) } };
    const input = { achievementId: acme.achievement.id, body: { recipient: {} }, idempotencyKey: null };
    const answer = await issueCredential(deps as unknown as Issuance, { actor: acme.actor, input });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'too-many-requests', retryAfter: 1 } });
  });
});

function commitWith(key: string): Commit {
  return { source: { issuer: acme.issuer, embedded: { key: { id: key } }, token: { key: { id: key } } }, act: null } as unknown as Commit;
}

function someBadge(): SignedBadge {
  return { badge: { renewal: null, parts: { copies: [], contents: [], archiving: [] } } } as unknown as SignedBadge;
}
