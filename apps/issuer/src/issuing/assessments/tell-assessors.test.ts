import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessorsToTellRepository } from '../../store/people/assessors-to-tell.js';
import { watchedDatabase } from '../../store/rows-read.fixture.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

let issuing: Issuing;
let acme: Tenant;
let globex: Tenant;
const HOUR = 3_600_000;
const GRACE = '0198ab00-0000-7000-8000-0000000000b1';
const JOAN = '0198ab00-0000-7000-8000-0000000000b2';
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme', { assessment: 'wanted' });
  globex = await makeTenant(issuing, 'globex', { assessment: 'wanted' });
  const { people } = issuing.store;
  const times = { createdAt: new Date(), updatedAt: new Date() };
  for (const [id, name] of [
    [GRACE, 'grace'],
    [JOAN, 'joan'],
  ] as const) {
    await people.insert({ id, email: `${name}@school.example`, name, emailVerified: true, image: null, ...times });
    await people.speaks(id, 'de-AT');
  }
  for (const [at, { issuer }] of [acme, globex].entries()) {
    const organisationId = `0198ab00-0000-7000-8000-0000000000a${at}`;
    await people.insertOrganisation({ id: organisationId, name: issuer.name, createdAt: new Date() });
    await people.own(organisationId, issuer.id);
    await people.join({ organisationId, personId: GRACE, role: 'assessor', createdAt: new Date() });
    // An issuer decides as well, and is not written to.
    await people.join({ organisationId, personId: JOAN, role: 'issuer', createdAt: new Date() });
  }
});
afterAll(() => issuing.close());

let people = 0;
async function issue(tenant: Tenant): Promise<string> {
  people += 1;
  const body = { recipient: { email: `person-${people}@example.org` } };
  const input = { achievementId: tenant.achievement.id, body, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: tenant.actor, input })).credential.id;
}
/** What was written since, some hours from now. */
async function told(hours: number) {
  const before = (await issuing.useCases.listKeptMails()).length;
  const clock = { now: () => new Date(Date.now() + hours * HOUR) };
  await issuing.with({ clock }).tellAssessors(new AbortController().signal);
  const all = await issuing.useCases.listKeptMails();
  return all.slice(0, all.length - before).map(({ content }) => content);
}

describe('an assessor', () => {
  it('is told once a day how many badges wait in all their organisations, and only when something new does', async () => {
    const first = await issue(acme);
    await issue(globex);
    expect(await told(0)).toEqual([]);
    expect(await told(1)).toEqual([
      {
        kind: 'assessments',
        to: 'grace@school.example',
        language: 'de-AT',
        link: 'http://localhost:3000/console/#/assess',
        names: { count: '2' },
      },
    ]);
    expect(await told(30)).toEqual([]);
    // It came after the last mail, by the clock of this test.
    await issue(acme);
    await issuing.database.pool.query(
      "UPDATE assessment SET created_at = created_at + interval '40 hours' WHERE id = (SELECT max(id::text)::uuid FROM assessment)",
    );
    expect(await told(24)).toEqual([]);
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: first } });
    expect(await told(41)).toMatchObject([{ names: { count: '2' } }]);
  });

  it('is led to the issuer whose badges alone wait, and is written to no more once they have switched it off', async () => {
    await issuing.database.pool.query("UPDATE assessment SET state = 'sent-back' WHERE issuer_id = $1", [globex.issuer.id]);
    await issuing.database.pool.query('UPDATE person SET assessments_told_at = NULL');
    expect(await told(50)).toMatchObject([{ link: 'http://localhost:3000/console/#/at/acme/assess' }]);
    await issuing.database.pool.query('UPDATE person SET assessments_told_at = NULL');
    await issuing.store.people.choose(GRACE, { assessmentMails: false }, new Date());
    expect(await told(51)).toEqual([]);
  });
});

describe('asking every minute whether something new waits', () => {
  it('reads none of the many badges that were told before', async () => {
    const { pool } = issuing.database;
    const badge = await issue(acme);
    await pool.query('DROP INDEX assessment_waiting');
    await pool.query(
      `INSERT INTO assessment (issuer_id, id, credential_id, state, by_hand, asked_by, created_at)
       SELECT $1, gen_random_uuid(), $2, 'waiting', true, gen_random_uuid(), now() - interval '2 days' FROM generate_series(1, 2000)`,
      [acme.issuer.id, badge],
    );
    await pool.query('ANALYZE assessment');
    const watched = watchedDatabase(pool);
    const { isNew } = assessorsToTellRepository(watched.db);
    const since = { toldAt: new Date(Date.now() - HOUR), until: new Date() };
    expect(await isNew(acme.issuer.id, GRACE, since)).toBe(true);
    expect(await isNew(acme.issuer.id, GRACE, { ...since, until: since.toldAt })).toBe(false);
    for (const rows of await watched.rowsRead()) expect(rows).toBeLessThan(100);
  });
});
