import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import { postgresStore } from '../../store/postgres-store.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { type FoundCredentials, listCredentials } from './list-credentials.js';

let issuing: Issuing;
let acme: Tenant;
const NAMES = ['Ada', 'Bert', 'Bert', 'Bert', 'Bert'];

beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  for (const [n, name] of NAMES.entries()) {
    const body = { recipient: { email: `p${n}@x.example`, name } };
    good(
      await issuing.useCases.issueCredential({
        actor: acme.actor,
        input: { achievementId: acme.achievement.id, body, idempotencyKey: null },
      }),
    );
  }
  // What is stored of the oldest badge, many times over, of a time before.
  await issuing.database.pool.query(
    `INSERT INTO credential (issuer_id, id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, evidence_findings,
       api_key_id, signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, signed_at, record_salt, recipient_id, tx)
     SELECT issuer_id, gen_random_uuid(), achievement_id, status_list_id, f.place, proof_created, data_integrity_key, jwt_key,
       evidence_findings, api_key_id, signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, signed_at, record_salt, recipient_id,
       tx - 1 - f.n / 100
     FROM (SELECT * FROM credential WHERE issuer_id = $1 ORDER BY tx LIMIT 1) c, (
       SELECT place, row_number() OVER () AS n FROM generate_series(0, 131071) place
       WHERE NOT EXISTS (SELECT FROM credential x WHERE x.issuer_id = $1 AND x.status_index = place) LIMIT 11000) f`,
    [acme.issuer.id],
  );
  // Very many have the name Cora, and of them one has a badge, which is the oldest.
  await issuing.database.pool.query(
    `INSERT INTO recipient (issuer_id, id, name, name_search, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'Cora ' || n, ' cora ' || n, now(), now() FROM generate_series(1, 2001) n`,
    [acme.issuer.id],
  );
  await issuing.database.pool.query(
    `UPDATE credential SET recipient_id = (SELECT id FROM recipient WHERE issuer_id = $1 AND name = 'Cora 7')
     WHERE issuer_id = $1 AND id = (SELECT id FROM credential WHERE issuer_id = $1 ORDER BY tx, id DESC LIMIT 1)`,
    [acme.issuer.id],
  );
  await issuing.database.pool.query('ANALYZE');
});
afterAll(() => issuing.close());

describe('a search for badges', () => {
  const NOTHING = { issuerId: null, achievementId: null, recipientId: null, externalId: null, email: null };
  const asked = { ...NOTHING, state: null, claimed: null, since: null, until: null };
  function searching(store = issuing.store) {
    const looked: string[] = [];
    const { clock } = issuing.foundation;
    const idsOfNames: typeof store.recipients.idsOfNames = (...input) => {
      looked.push(input[1]);
      return store.recipients.idsOfNames(...input);
    };
    const deps = { store: { ...store, recipients: { ...store.recipients, idsOfNames } }, recipients: { lookups: () => [] }, clock };
    const search = async (name: string, limit: number, more: { after?: string | null; order?: 'newest' | 'oldest'; since?: Date } = {}) => {
      const { after = null, order = 'newest' as const, since = null } = more;
      return good(await listCredentials(deps, { actor: acme.actor, input: { ...asked, name, since, page: { limit, after, order } } }));
    };
    const find = async (name: string, limit: number, after: string | null = null) => (await search(name, limit, { after })).credentials;
    return { looked, search, find };
  }

  it('by a name that many have is filled from those that come first, without looking for everybody who has it', async () => {
    const { looked, find } = searching();
    const first = await find('bert', 2);
    const second = await find('bert', 2, first.at(-1)?.id);
    expect([...first, ...second].map(({ recipient }) => recipient?.name)).toEqual(['Bert', 'Bert', 'Bert', 'Bert']);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(4);
    expect(looked).toEqual([]);
  });

  it('by a name that those do not fill is found further on', async () => {
    const { looked, find } = searching();
    expect((await find('bert', 50)).length).toBe(4);
    expect((await find('ada', 5001)).length).toBe(5001);
    expect(looked).toEqual(['%bert%', '%ada%']);
  });

  it.each([
    ['the newest first', { order: 'newest' }, [0, 0, 0, 1]],
    ['the oldest first', { order: 'oldest' }, [1, 0, 0, 0]],
    ['of a time', { order: 'oldest', since: new Date('2020-01-01') }, null],
  ] as const)('by a name that very many have looks at some thousand badges, and says where it goes on: %s', async (_, more, expected) => {
    // One session, whose numbers are told to itself at once.
    const pool = createPool(issuing.database.url, { max: 1 });
    try {
      const { search } = searching(postgresStore(pool));
      const pages: FoundCredentials[] = [];
      const named: number[] = [];
      do {
        const before = await namesRead(pool);
        pages.push(await search('cora', 21, { ...more, after: pages.at(-1)?.further ?? null }));
        named.push((await namesRead(pool)) - before);
      } while (pages.at(-1)?.further !== null);
      const found = pages.map(({ credentials }) => credentials.length);
      if (expected !== null) expect(found).toEqual(expected);
      expect([found.length, found.reduce((sum, one) => sum + one)]).toEqual([4, 1]);
      // Before that, a thousand that come first.
      expect(Math.max(...named)).toBeLessThan(5000);
    } finally {
      await pool.end();
    }
  });
});

/** How often recipients were looked up by their id. */
async function namesRead(pool: ReturnType<typeof createPool>): Promise<number> {
  await pool.query('SELECT pg_stat_force_next_flush()');
  await pool.query('SELECT pg_stat_clear_snapshot()');
  const text = "SELECT coalesce(sum(idx_scan), 0)::int AS n FROM pg_stat_user_tables WHERE relname LIKE 'recipient%'";
  return (await pool.query<{ n: number }>(text)).rows[0]!.n;
}
