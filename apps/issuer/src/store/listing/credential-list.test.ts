import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import { createPool } from '../database/pool.js';
import { postgresStore } from '../postgres-store.js';
import type { CredentialFilter } from './credential-filter.js';

const MANY = 3000;
const all = (): CredentialFilter => ({
  ...{
    achievementId: null,
    recipientLookups: null,
    recipientIds: null,
    namePattern: null,
    state: null,
    claimed: null,
    since: null,
    until: null,
  },
  now: new Date(),
});

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  const input = {
    achievementId: acme.achievement.id,
    body: { recipient: { email: 'ada@example.org', name: 'Ada' } },
    idempotencyKey: null,
  };
  good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
  await copies(MANY);
});
afterAll(() => issuing.close());

/** Of the one badge, each of a transaction of its own. */
async function copies(count: number): Promise<void> {
  const { pool } = issuing.database;
  const { rows } = await pool.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'credential'",
  );
  const names = rows.map(({ name }) => name).filter((name) => !['id', 'status_index', 'tx'].includes(name));
  await pool.query(
    `INSERT INTO credential (id, status_index, tx, ${names.join(', ')})
     SELECT gen_random_uuid(), (status_index + n) % 131072, -n, ${names.join(', ')} FROM credential, generate_series(1, $1::int) n`,
    [count],
  );
  await pool.query('ANALYZE');
}

/** How many rows of badges the planner had read without an index, by `work`. */
async function readThroughout(work: (store: ReturnType<typeof postgresStore>) => Promise<unknown>): Promise<number> {
  // One session, whose numbers are told to itself at once.
  const pool = createPool(issuing.database.url, { max: 1 });
  const read = async (): Promise<number> => {
    await pool.query('SELECT pg_stat_force_next_flush()');
    await pool.query('SELECT pg_stat_clear_snapshot()');
    const text = "SELECT coalesce(sum(seq_tup_read), 0)::int AS n FROM pg_stat_user_tables WHERE relname LIKE 'credential%'";
    return (await pool.query<{ n: number }>(text)).rows[0]!.n;
  };
  try {
    const before = await read();
    await work(postgresStore(pool));
    return (await read()) - before;
  } finally {
    await pool.end();
  }
}

describe('a page of badges', () => {
  it.each([
    ['the newest', { order: 'newest' }, {}],
    ['the oldest', { order: 'oldest' }, {}],
    ['of an achievement', { order: 'newest' }, { achievement: true }],
    ['that count', { order: 'newest' }, { state: 'current' }],
    ['by a name that many have', { order: 'newest' }, { namePattern: '%ada%' }],
  ] as const)('is found without a look at all of them: %s', async (_, page, { achievement, ...more }: { achievement?: true } & object) => {
    const filter = { ...all(), ...more, ...(achievement === true ? { achievementId: acme.achievement.id } : {}) };
    let found = 0;
    const read = await readThroughout(async ({ credentials }) => {
      found = (await credentials.list(acme.issuer.id, filter, { ...page, limit: 20, after: null }))?.length ?? 0;
    });
    expect([found, read]).toEqual([20, 0]);
  });
});
