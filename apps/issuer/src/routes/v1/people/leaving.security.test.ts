import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personActor } from '../../../issuing/access/actor.js';
import { makeTenant, type Tenant } from '../../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from '../api.fixture.js';
import { type Browser, browser, firstOwner, invited, organisationOf } from './signed-in.fixture.js';

// T17 and T18: what is left of somebody who leaves, and who answers for what was done meanwhile.
let api: Api;
let acme: Tenant;
let owner: Browser;
let organisation: string;
beforeEach(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  owner = await firstOwner(api);
  organisation = await organisationOf(owner);
});
afterEach(() => api.close());

const idOf = async (person: Browser): Promise<string> => (await person.call('GET', '/v1/me')).body.person.id;
const members = () => `/v1/organisations/${organisation}/members`;

describe('the keys of somebody who is taken out', () => {
  async function leaving() {
    const joan = await invited(api, owner, 'owner', 'joan@school.example');
    const joanId = await idOf(joan);
    const key = (await joan.call('POST', '/v1/api-keys', { name: 'mine', scopes: ['credentials:read', 'api-keys:write'] })).body;
    const child = (await api.call('POST', '/v1/api-keys', { key: key.key, body: { name: 'child', scopes: ['credentials:read'] } })).body;
    const own = (await owner.call('POST', '/v1/api-keys', { name: 'own', scopes: ['credentials:read'] })).body;
    return { joanId, key, child, own };
  }
  const stands = async ({ key }: { key: string }) => (await api.call('GET', '/v1/credentials', { key })).status === 200;

  it('are listed with who made them, and go on unless it is asked otherwise', async () => {
    const { joanId, key, child, own } = await leaving();
    const { data } = (await owner.call('GET', '/v1/api-keys')).body;
    const maker = (id: string) => data.find((one: { id: string }) => one.id === id).personId;
    expect([maker(key.id), maker(child.id), maker(own.id)]).toEqual([joanId, null, await idOf(owner)]);
    expect((await owner.call('DELETE', `${members()}/${joanId}`)).status).toBe(204);
    expect([await stands(key), await stands(child), await stands(own)]).toEqual([true, true, true]);
  });

  it('are withdrawn with them where it is asked, with all that descend from them, and nobody else’s', async () => {
    const { joanId, key, child, own } = await leaving();
    expect((await owner.call('DELETE', `${members()}/${joanId}?revokeKeys=true`)).status).toBe(204);
    expect([await stands(key), await stands(child), await stands(own)]).toEqual([false, false, true]);
    const { rows } = await api.database.pool.query(
      "SELECT issuer_id, object_id, details FROM audit_entry WHERE action = 'api-key.revoked'",
    );
    expect(rows).toMatchObject([{ issuer_id: acme.issuer.id, object_id: key.id, details: { fallen: [child.id] } }]);
  });

  it('are asked for in one way alone', async () => {
    const { joanId } = await leaving();
    expect(problemIn(await owner.call('DELETE', `${members()}/${joanId}?revokeKeys=yes`))).toMatchObject({ status: 400 });
  });
});

describe('the log of an organisation', () => {
  const log = (who: Browser, query = '') => who.call('GET', `/v1/organisations/${organisation}/audit-log${query}`);

  it('shows its owners who changed it, and nothing of another one', async () => {
    const joan = await invited(api, owner, 'viewer', 'joan@school.example');
    const joanId = await idOf(joan);
    await owner.call('PATCH', `${members()}/${joanId}`, { role: 'issuer' });
    await owner.call('DELETE', `${members()}/${joanId}`);
    const other = '0198ab00-0000-7000-8000-000000000000';
    await api.database.pool.query(
      `INSERT INTO audit_entry (issuer_id, id, at, actor, action, object_type, object_id, details)
       VALUES ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), now(), 'service', 'organisation.updated', 'organisation', $1, '{}')`,
      [other],
    );
    // An entry gets its place when no older transaction runs on this server, where other tests have theirs.
    await expect.poll(async () => (await log(owner)).body.data.length).toBe(5);
    const { data, next } = (await log(owner)).body;
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      ...['organisation.created', 'invitation.created', 'member.joined', 'member.role-changed', 'member.removed'],
    ]);
    expect(next).toBeNull();
    expect(data.at(-1)).toMatchObject({ actor: { type: 'person' }, object: { id: joanId }, details: { personId: await idOf(owner) } });
    const first = (await log(owner, '?limit=2')).body;
    const rest = (await log(owner, `?limit=100&after=${first.next}`)).body;
    expect([...first.data, ...rest.data]).toEqual(data);
    expect((await log(owner, '?action=member.removed')).body.data).toHaveLength(1);
    const newest = (await log(owner, '?order=newest&limit=2')).body;
    const older = (await log(owner, `?order=newest&after=${newest.next}`)).body;
    expect([...newest.data, ...older.data]).toEqual([...data].reverse());
  });

  it('is for owners', async () => {
    const viewer = await invited(api, owner, 'viewer');
    expect((await log(viewer)).status).toBe(403);
    expect((await api.call('GET', `/v1/organisations/${organisation}/audit-log`)).status).toBe(403);
  });
});

describe('an issuer that an admin key gives', () => {
  const give = (issuerId: string, body: object) => api.call('POST', `/v1/issuers/${issuerId}/organisation`, { body });

  it('is that of the organisation from the next request on', async () => {
    const { issuer } = await makeTenant(api, 'later');
    expect((await owner.call('GET', `/v1/issuers/${issuer.id}`)).status).toBe(404);
    expect((await give(issuer.id, { organisationId: organisation })).status).toBe(204);
    expect((await give(issuer.id, { organisationId: organisation })).status).toBe(204);
    expect((await owner.call('GET', `/v1/issuers/${issuer.id}`)).status).toBe(200);
    const { rows } = await api.database.pool.query("SELECT actor, issuer_id, details FROM audit_entry WHERE action = 'issuer.given'");
    expect(rows).toEqual([{ actor: 'api-key', issuer_id: issuer.id, details: { organisationId: organisation, from: null } }]);
  });

  it('is taken from another organisation only where that one is named', async () => {
    const other = '0198ab00-0000-7000-8000-000000000001';
    await api.database.pool.query("INSERT INTO organisation VALUES ($1, 'Elsewhere', now())", [other]);
    expect(problemIn(await give(acme.issuer.id, { organisationId: other }))).toEqual({
      ...{ status: 409, code: 'conflict', errors: [['/from', 'no-such-value']] },
    });
    expect((await give(acme.issuer.id, { organisationId: other, from: organisation })).status).toBe(204);
    expect((await owner.call('GET', `/v1/issuers/${acme.issuer.id}`)).status).toBe(404);
  });

  it('has to be there, and so has the organisation', async () => {
    const nowhere = '0198ab00-0000-7000-8000-00000000000f';
    expect((await give(nowhere, { organisationId: organisation })).status).toBe(404);
    expect(problemIn(await give(acme.issuer.id, { organisationId: nowhere })).errors).toEqual([['/organisationId', 'no-such-value']]);
    const byIssuer = { key: acme.key, body: { organisationId: organisation } };
    expect((await api.call('POST', `/v1/issuers/${acme.issuer.id}/organisation`, byIssuer)).status).toBe(403);
  });
});

describe('a request of somebody', () => {
  it('sent again makes no second badge where the organisation got a second issuer in between', async () => {
    const path = `/v1/achievements/${acme.achievement.id}/credentials`;
    const send = () => owner.call('POST', path, { recipient: { email: 'ada@x.example' } }, { 'idempotency-key': 'one' });
    const made = await send();
    expect(made.status).toBe(201);
    expect((await owner.call('POST', '/v1/issuers', { slug: 'second', name: 'Second' })).status).toBe(201);
    const again = await send();
    expect([again.status, again.body.id]).toEqual([200, made.body.id]);
  });

  it('does nothing where their role was taken away while its body came, whatever it asks', async () => {
    const issuer = await invited(api, owner, 'issuer');
    const personId = await idOf(issuer);
    const actor = personActor(personId, { sessionId: null, organisationId: organisation, role: 'issuer', issuerIds: [acme.issuer.id] });
    expect(await api.useCases.standsStill(actor)).toBeNull();
    let taken: Promise<unknown> | null = null;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        taken = owner.call('PATCH', `${members()}/${personId}`, { role: 'viewer' });
        await taken;
        controller.enqueue(new TextEncoder().encode(JSON.stringify({ recipient: { email: 'ada@x.example' } })));
        controller.close();
      },
    });
    const cookie = [...issuer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'x-csrf-token': issuer.cookies.get('proofmark-csrf-3000') ?? '', 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const answer = await api.app.request(`http://localhost:3000/v1/achievements/${acme.achievement.id}/credentials`, init);
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'forbidden']);
    expect((await api.database.pool.query('SELECT FROM credential')).rowCount).toBe(0);
  });

  it('is refused to nobody who is in no organisation', async () => {
    expect((await browser(api).call('GET', '/v1/me')).status).toBe(401);
    expect((await owner.call('PATCH', '/v1/me', { name: 'Grace B. M. Hopper' })).body).toMatchObject({ name: 'Grace B. M. Hopper' });
  });
});
