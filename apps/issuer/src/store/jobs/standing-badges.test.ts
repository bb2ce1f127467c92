import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobsOf, learners } from '../../issuing/issuance-jobs/jobs.fixture.js';
import { type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import type { Tables } from '../schema/tables.js';
import { standingBadgeRepository } from './standing-badges.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const BADGES = 600;

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that were read, those that were passed over included. */
function rowsOf(plan: Plan): number {
  const here = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return here + (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0);
}

it('finds the badges of some people without a look at those of all others, also before the tables have statistics', async () => {
  await jobsOf(issuing, acme).whole(learners(BADGES));
  const { pool } = issuing.database;
  const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => void asked.push(query),
  });
  const { rows } = await pool.query('SELECT recipient_lookup AS lookup, recipient_id AS id FROM credential WHERE issuer_id = $1 LIMIT 10', [
    acme.issuer.id,
  ]);
  const people = [
    ...rows.map(({ lookup }) => ({ lookup, externalId: null, recipientId: null })),
    ...rows.map(({ id }) => ({ lookup: null, externalId: null, recipientId: id })),
    { lookup: null, externalId: 'nobody', recipientId: null },
  ];
  const found = await standingBadgeRepository(db).find(
    { issuerId: acme.issuer.id, achievementId: acme.achievement.id },
    people,
    new Date(),
  );
  expect(found.map((badge) => badge !== null)).toEqual([...Array.from({ length: 20 }, () => true), false]);
  expect(asked).toHaveLength(3);
  for (const { sql, parameters } of asked) {
    const explained = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...parameters]);
    expect(rowsOf(explained.rows[0]['QUERY PLAN'][0].Plan)).toBeLessThan(BADGES / 2);
  }
});
