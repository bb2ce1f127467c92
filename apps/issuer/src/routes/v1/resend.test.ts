import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
let globex: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  globex = await makeTenant(api, 'globex');
});
afterAll(() => api.close());

let people = 0;
async function badge(tenant = acme): Promise<string> {
  people += 1;
  const body = { recipient: { email: `person${people}@example.org`, name: 'Ada Lovelace' } };
  return (await api.call('POST', `/v1/achievements/${tenant.achievement.id}/credentials`, { key: tenant.key, body })).body.id;
}

const resend = (ids: readonly string[], key = acme.key) =>
  api.call('POST', '/v1/credentials/resend', { key, body: { credentials: ids.map((id) => ({ id })) } });
const told = async (tenant = acme): Promise<readonly string[]> => {
  const { rows } = await api.database.pool.query(
    "SELECT credential_id FROM api_event WHERE issuer_id = $1 AND type = 'credential.resent' ORDER BY tx, n",
    [tenant.issuer.id],
  );
  return rows.map((row) => row.credential_id);
};
/** Makes what was sent again so far an hour older. Events are not changed otherwise: a trigger sees to that. */
const anHourLater = () =>
  api.database.pool.query(
    `SET session_replication_role = replica;
     UPDATE api_event SET at = at - interval '1 hour 1 second' WHERE type = 'credential.resent';
     SET session_replication_role = DEFAULT`,
  );

describe('sending badges again', () => {
  it('tells of each badge once an hour', async () => {
    const [one, two] = [await badge(), await badge()];
    const first = await resend([one]);
    expect(first.body).toMatchObject({ resent: 1, tooSoon: 0, refused: 0, results: [{ id: one, result: 'resent', problem: null }] });
    const { resentAt } = first.body.results[0];
    const second = await resend([one, two, two]);
    expect(second.body).toMatchObject({ resent: 2, tooSoon: 1 });
    expect(second.body.results[0]).toEqual({ id: one, result: 'too-soon', resentAt, problem: null });
    expect(await told()).toEqual([one, two]);
    await anHourLater();
    expect((await resend([one])).body).toMatchObject({ resent: 1 });
    expect(await told()).toEqual([one, two, one]);
  });

  it('counts the same badge once when two requests ask at one moment', async () => {
    const id = await badge();
    const before = (await told()).length;
    const answers = await Promise.all([resend([id]), resend([id]), resend([id])]);
    expect(answers.map(({ body }) => body.results[0].result).sort()).toEqual(['resent', 'too-soon', 'too-soon']);
    expect((await told()).length).toBe(before + 1);
  });

  it('refuses badges that do not count, or that are not the issuer’s, and sends the others', async () => {
    const [withdrawn, suspended, erased, foreign, good] = [await badge(), await badge(), await badge(), await badge(globex), await badge()];
    await api.call('POST', `/v1/credentials/${withdrawn}/revoke`, { key: acme.key, body: { confirm: 'revoke' } });
    await api.call('POST', `/v1/credentials/${suspended}/suspend`, { key: acme.key });
    await api.call('POST', `/v1/credentials/${erased}/erase`, { key: acme.key, body: { confirm: 'erase' } });
    const { body } = await resend([withdrawn, suspended, erased, foreign, good]);
    expect(
      body.results.map(({ result, problem }: { result: string; problem: { code: string } | null }) => problem?.code ?? result),
    ).toEqual(['conflict', 'conflict', 'gone', 'not-found', 'resent']);
    expect(body).toMatchObject({ resent: 1, refused: 4 });
    expect(await told(globex)).toEqual([]);
    expect((await api.call('POST', `/v1/credentials/${withdrawn}/resend`, { key: acme.key })).body.code).toBe('conflict');
    expect((await api.call('POST', `/v1/credentials/${foreign}/resend`, { key: acme.key })).body.code).toBe('not-found');
    expect((await api.call('POST', `/v1/credentials/${good}/resend`, { key: acme.key })).body.result).toBe('too-soon');
  });

  it('refuses a request that goes beyond what an issuer may send in an hour, and does none of it; another issuer may', async () => {
    const id = await badge();
    await anHourLater();
    // As many as there is room for but one, the oldest of them ten minutes ago.
    await api.database.pool.query(
      `SET session_replication_role = replica;
       INSERT INTO api_event (issuer_id, type, data, at, id, credential_id, tx, n)
       SELECT '${acme.issuer.id}', 'credential.resent', '{}', now() - interval '10 minutes' + nr * interval '1 millisecond', gen_random_uuid(),
         gen_random_uuid(), 3, nr FROM generate_series(1, 19999) nr;
       SET session_replication_role = DEFAULT`,
    );
    const before = (await told()).length;
    const refused = await resend([id, await badge()]);
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(2900);
    expect(wait).toBeLessThanOrEqual(3000);
    expect((await told()).length).toBe(before);
    expect((await resend([id])).body).toMatchObject({ resent: 1 });
    expect((await resend([await badge(globex)], globex.key)).body).toMatchObject({ resent: 1 });
  });

  it('leaves nothing of a person in the event and in the audit log', async () => {
    const { rows } = await api.database.pool.query(
      "SELECT string_agg(a::text, '') AS entries FROM audit_entry a WHERE action LIKE '%.resent'",
    );
    const events = await api.call('GET', '/v1/events?type=credential.resent', { key: acme.key });
    for (const text of [rows[0].entries, JSON.stringify(events.body)]) expect(text).not.toMatch(/Ada|example\.org/);
  });
});
