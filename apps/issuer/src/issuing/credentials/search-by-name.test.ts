import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { listCredentials } from './list-credentials.js';

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
       WHERE NOT EXISTS (SELECT FROM credential x WHERE x.issuer_id = $1 AND x.status_index = place) LIMIT 5000) f`,
    [acme.issuer.id],
  );
  await issuing.database.pool.query('ANALYZE credential');
});
afterAll(() => issuing.close());

describe('a search for badges', () => {
  const NOTHING = { issuerId: null, achievementId: null, recipientId: null, externalId: null, email: null };
  const asked = { ...NOTHING, state: null, since: null, until: null };
  function searching() {
    const looked: string[] = [];
    const { store, clock } = issuing.foundation;
    const idsOfNames: typeof store.recipients.idsOfNames = (...input) => {
      looked.push(input[1]);
      return store.recipients.idsOfNames(...input);
    };
    const deps = { store: { ...store, recipients: { ...store.recipients, idsOfNames } }, recipients: { lookups: () => [] }, clock };
    const find = async (name: string, limit: number, after: string | null = null) =>
      good(await listCredentials(deps, { actor: acme.actor, input: { ...asked, name, page: { limit, after, order: 'newest' } } }));
    return { looked, find };
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
});
