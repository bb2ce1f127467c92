import { afterAll, beforeAll, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

const HOUR = 3_600_000;

it.each([1, 24])('signs lists anew that were signed before the clock was set back by %i hours, and no others', async (hours) => {
  const { actor, achievement, issuer } = await makeTenant(issuing, `acme-${hours}`);
  const ahead: UseCases = issuing.with({ clock: { now: () => new Date(Date.now() + hours * HOUR) } });
  const body = { recipient: { email: 'ada@example.org' } };
  const { credential } = good(await ahead.issueCredential({ actor, input: { achievementId: achievement.id, body, idempotencyKey: null } }));
  good(await ahead.suspendCredential({ actor, input: { credentialId: credential.id } }));
  const bodies = async () => {
    const { rows } = await issuing.database.pool.query(
      `SELECT body FROM status_list_document WHERE issuer_id = $1 UNION ALL SELECT body FROM suspension_list_document WHERE issuer_id = $1`,
      [issuer.id],
    );
    return rows.map((row) => JSON.parse(row.body));
  };
  const before = await bodies();
  expect(before.map(({ validFrom }) => Date.parse(validFrom) > Date.now() + HOUR / 2)).toEqual([true, true]);
  // A reader would say that they are not valid yet.
  await issuing.useCases.dateListsAnew();
  const after = await bodies();
  expect(after.map(({ validFrom }) => Date.parse(validFrom) <= Date.now())).toEqual([true, true]);
  expect(after.map(({ credentialSubject }) => credentialSubject)).toEqual(before.map(({ credentialSubject }) => credentialSubject));
  await issuing.useCases.dateListsAnew();
  expect(await bodies()).toEqual(after);
});
