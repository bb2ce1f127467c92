import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicChange } from '../../public/cache/public-change.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { kyselyOver, postgresStore, type Store } from '../postgres-store.js';
import { publicChanges } from './public-changes.js';

const ISSUER = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e10';
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = postgresStore(database.pool);
});
afterAll(() => database.close());

const change = (objectId: string): PublicChange => ({ issuerId: ISSUER, kind: 'credential', objectId });
const write = (...ids: string[]) => store.transaction((tx) => tx.publicChanges.append(ids.map(change)));
const idsOf = (changes: readonly PublicChange[] | null) => (changes === null ? null : changes.map(({ objectId }) => objectId).sort());

/** Asks again and again, as a process does. */
async function reader() {
  const read = publicChanges(kyselyOver(database.pool));
  let { position } = await read(null);
  return {
    async next() {
      const found = await read(position);
      position = found.position;
      return idsOf(found.changes);
    },
    moveTo(other: Partial<typeof position>) {
      position = { ...position, ...other };
    },
  };
}

describe('what changed of what is public', () => {
  it('is read once, by everybody who asks', async () => {
    await write('before');
    const [one, two] = [await reader(), await reader()];
    await write('a', 'b');
    expect([await one.next(), await one.next()]).toEqual([['a', 'b'], []]);
    await write('c');
    expect([await two.next(), await one.next()]).toEqual([['a', 'b', 'c'], ['c']]);
  });

  it('is missed by nobody who asks while older transactions run, and told once', async () => {
    const changes = await reader();
    const [early, later] = [await database.pool.connect(), await database.pool.connect()];
    const insert = 'INSERT INTO public_change (issuer_id, kind, object_id, tx) VALUES ($1, $2, $3, pg_current_xact_id()::text::bigint)';
    try {
      for (const client of [early, later]) {
        await client.query('BEGIN');
        await client.query('SELECT pg_current_xact_id()');
      }
      await write('young');
      expect(await changes.next()).toEqual(['young']);
      await later.query(insert, [ISSUER, 'credential', 'later']);
      expect(await changes.next()).toEqual([]);
      await later.query('COMMIT');
      await write('younger');
      expect(await changes.next()).toEqual(['later', 'younger']);
      await early.query(insert, [ISSUER, 'credential', 'early']);
      await early.query('COMMIT');
      expect([await changes.next(), await changes.next()]).toEqual([['early'], []]);
    } finally {
      early.release();
      later.release();
    }
  });

  it('is not written when the transaction is refused or fails', async () => {
    const changes = await reader();
    const heard: unknown[] = [];
    const told = postgresStore(database.pool, (all) => void heard.push(...all));
    const update = (issuerId: string, answer: unknown) =>
      told.transaction(async (tx) => {
        await tx.standings.mark(issuerId, 'revocation', ['01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01'], new Date());
        if (answer instanceof Error) throw answer;
        return answer;
      });
    await update(ISSUER, { ok: false });
    await expect(update(ISSUER, new Error('broken'))).rejects.toThrow('broken');
    expect([await changes.next(), heard]).toEqual([[], []]);
    await update(ISSUER, null);
    expect([await changes.next(), heard.length]).toEqual([['01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01'], 1]);
  });

  it('is refused outside of a transaction, where it and its row could part', async () => {
    await expect(store.standings.mark(ISSUER, 'revocation', ['01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01'], new Date())).rejects.toThrow(
      'belongs in a transaction',
    );
  });

  it('cannot be told after another history, or when it is too much', async () => {
    const changes = await reader();
    // A restored dump, a promoted standby, a copy that was put back in its place.
    changes.moveTo({ origin: 'elsewhere' });
    expect([await changes.next(), await changes.next()]).toEqual([null, []]);
    changes.moveTo({ snapshot: '999999999:999999999:' });
    expect([await changes.next(), await changes.next()]).toEqual([null, []]);
    changes.moveTo({ offset: 5 });
    expect(await changes.next()).toBeNull();
    await write(...Array.from({ length: 5001 }, (_, n) => String(n)));
    expect([await changes.next(), await changes.next()]).toEqual([null, []]);
  });

  it('is not told by the sessions of releases before, which are seen as long as they are there', async () => {
    const read = publicChanges(kyselyOver(database.pool));
    const seen = async () => (await read(null)).untold;
    expect(await seen()).toBe(false);
    for (const name of ['proofmark', 'proofmark - 10.0.0.7:50123']) {
      const session = new pg.Client({ connectionString: database.url, application_name: name });
      await session.connect();
      expect([name, await seen()]).toEqual([name, true]);
      await session.end();
      await expect.poll(seen).toBe(false);
    }
    const other = new pg.Client({ connectionString: database.url, application_name: 'proofmark-backup' });
    await other.connect();
    expect(await seen()).toBe(false);
    await other.end();
  });

  it('is deleted after a while, the oldest first', async () => {
    const count = async () => (await database.pool.query('SELECT count(*)::int AS n FROM public_change')).rows[0].n;
    await database.pool.query("UPDATE public_change SET at = now() - interval '1 day'");
    await write('young');
    const all = await count();
    expect(await store.publicChanges.prune(3_600_000, 1000)).toBe(1000);
    expect(await count()).toBe(all - 1000);
    while ((await store.publicChanges.prune(3_600_000, 1000)) > 0);
    expect(await count()).toBe(1);
  });
});
