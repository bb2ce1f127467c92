import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobsOf, learners } from '../../issuing/issuance-jobs/jobs.fixture.js';
import { type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import { watchedDatabase } from '../rows-read.fixture.js';
import { standingBadgeRepository } from './standing-badges.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const BADGES = 600;

it('finds the badges of some people without a look at those of all others, also before the tables have statistics', async () => {
  await jobsOf(issuing, acme).whole(learners(BADGES));
  const { pool } = issuing.database;
  const watched = watchedDatabase(pool);
  const { rows } = await pool.query('SELECT recipient_lookup AS lookup, recipient_id AS id FROM credential WHERE issuer_id = $1 LIMIT 10', [
    acme.issuer.id,
  ]);
  const people = [
    ...rows.map(({ lookup }) => ({ lookup, externalId: null, recipientId: null })),
    ...rows.map(({ id }) => ({ lookup: null, externalId: null, recipientId: id })),
    { lookup: null, externalId: 'nobody', recipientId: null },
  ];
  const found = await standingBadgeRepository(watched.db).find(
    { issuerId: acme.issuer.id, achievementId: acme.achievement.id },
    people,
    new Date(),
  );
  expect(found.map((badge) => badge !== null)).toEqual([...Array.from({ length: 20 }, () => true), false]);
  const read = await watched.rowsRead();
  expect(read).toHaveLength(3);
  for (const rows of read) expect(rows).toBeLessThan(BADGES / 2);
});
