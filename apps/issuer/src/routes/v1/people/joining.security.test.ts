import { randomBytes } from 'node:crypto';
import type { Role } from '@proofmark/schemas/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personActor } from '../../../issuing/access/actor.js';
import { makeTenant } from '../../../issuing/issuing.fixture.js';
import { createOwnerLink } from '../../../issuing/people/owner-link.js';
import { type Api, problemIn, startApi } from '../api.fixture.js';
import { type Browser, browser, firstOwner, invited, linkInMail, organisationOf } from './signed-in.fixture.js';

// Who comes into an organisation, and who stays out of it.
let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const idOf = async (person: Browser): Promise<string> => (await person.call('GET', '/v1/me')).body.person.id;
const pathOf = async (owner: Browser, what: string): Promise<string> => `/v1/organisations/${await organisationOf(owner)}/${what}`;
const accept = async (token: string) => (await browser(api).call('POST', '/v1/invitations/accept', { token, name: 'Joan' })).status;

/** A further owner, with an organisation of their own, by a link that the operator made. */
async function furtherOwner(email: string): Promise<Browser> {
  const ids = { clock: { now: () => new Date() }, random: { bytes: (length: number) => randomBytes(length) } };
  const owner = browser(api);
  const token = await createOwnerLink({ store: api.store, ...ids });
  expect((await owner.call('POST', '/v1/owners', { token, email, name: 'Eve', organisation: 'Elsewhere' })).status).toBe(201);
  return owner;
}

describe('an address that somebody invented', () => {
  it('ends their sessions when the one who reads its mail accepts an invitation', async () => {
    const eve = await firstOwner(api, 'joan@school.example');
    const school = await furtherOwner('grace@school.example');
    const joan = await invited(api, school, 'owner', 'joan@school.example');
    expect((await eve.call('GET', '/v1/me')).status).toBe(401);
    expect((await joan.call('GET', '/v1/me')).body.person).toMatchObject({ emailVerified: true });
  });

  it('keeps the sessions of somebody who had verified it', async () => {
    const owner = await firstOwner(api);
    const joan = await invited(api, owner, 'viewer', 'joan@school.example');
    await invited(api, await furtherOwner('eve@x.example'), 'viewer', 'joan@school.example');
    expect((await joan.call('GET', '/v1/me')).body.organisations).toHaveLength(2);
  });
});

describe('an issuer that belongs to nobody', () => {
  it('is given to the first owner of the service, and to no later one', async () => {
    await firstOwner(api);
    const { issuer } = await makeTenant(api, 'globex');
    const eve = await furtherOwner('eve@x.example');
    expect((await eve.call('GET', '/v1/me')).body.organisations).toMatchObject([{ issuerIds: [] }]);
    expect((await eve.call('GET', `/v1/issuers/${issuer.id}`)).status).toBe(404);
  });
});

describe('a role that was taken away while the body of a request was on its way', () => {
  it.each<['removed' | 'viewer']>([['removed'], ['viewer']])('does nothing any more: %s', async (now) => {
    const { issuer } = await makeTenant(api, 'acme');
    const owner = await firstOwner(api);
    const organisationId = await organisationOf(owner);
    const joanId = await idOf(await invited(api, owner, 'owner', 'joan@school.example'));
    const made = await owner.call('POST', await pathOf(owner, 'invitations'), { email: 'ada@school.example', role: 'viewer' });
    const actor = personActor(joanId, { sessionId: null, organisationId, role: 'owner', issuerIds: [issuer.id] });
    const member = `${await pathOf(owner, 'members')}/${joanId}`;
    const taken = await (now === 'removed' ? owner.call('DELETE', member) : owner.call('PATCH', member, { role: now }));
    expect(taken.status).toBeLessThan(300);

    const before = await api.rowCounts();
    const { useCases } = api;
    const ownerKey = { organisationId, personId: await idOf(owner) };
    const answers = await Promise.all([
      useCases.createApiKey({ actor, input: { name: 'x', scopes: ['credentials:read'] } }),
      useCases.createInvitation({ actor, input: { organisationId, email: 'eve@x.example', role: 'owner' } }),
      useCases.withdrawInvitation({ actor, input: { organisationId, id: made.body.id } }),
      useCases.changeRole({ actor, input: { ...ownerKey, role: 'viewer' } }),
      useCases.changeRole({ actor, input: { organisationId, personId: joanId, role: 'owner' } }),
      useCases.removeMember({ actor, input: { ...ownerKey, revokeKeys: true } }),
      useCases.createIssuer({ actor, input: { slug: 'evil', name: 'Evil' } }),
      useCases.updateOrganisation({ actor, input: { organisationId, name: 'Evil' } }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.refusal.code))).toEqual(answers.map(() => 'forbidden'));
    expect(await api.rowCounts()).toEqual(before);
  });
});

describe('an invitation that is open', () => {
  it('falls with the membership of who sent it', async () => {
    const owner = await firstOwner(api);
    const joan = await invited(api, owner, 'owner', 'joan@school.example');
    await joan.call('POST', await pathOf(owner, 'invitations'), { email: 'joan.private@x.example', role: 'owner' });
    const token = await linkInMail(api);
    expect((await owner.call('DELETE', `${await pathOf(owner, 'members')}/${await idOf(joan)}`)).status).toBe(204);
    expect(await accept(token)).toBe(410);
  });

  it.each<[Role, number]>([
    ['issuer', 410],
    ['owner', 201],
  ])('is answered, after who sent it was made %s, with %i', async (role, status) => {
    const owner = await firstOwner(api);
    const joan = await invited(api, owner, 'owner', 'joan@school.example');
    await joan.call('POST', await pathOf(owner, 'invitations'), { email: 'ada@x.example', role: 'owner' });
    const token = await linkInMail(api);
    await owner.call('PATCH', `${await pathOf(owner, 'members')}/${await idOf(joan)}`, { role });
    expect(await accept(token)).toBe(status);
  });

  it('falls where it goes to somebody who is taken out', async () => {
    const owner = await firstOwner(api);
    const joan = await invited(api, owner, 'viewer', 'joan@school.example');
    await owner.call('POST', await pathOf(owner, 'invitations'), { email: 'ada@x.example', role: 'owner' });
    const token = await linkInMail(api);
    await api.database.pool.query("UPDATE invitation SET email = 'joan@school.example' WHERE email = 'ada@x.example'");
    await owner.call('DELETE', `${await pathOf(owner, 'members')}/${await idOf(joan)}`);
    expect(await accept(token)).toBe(410);
  });

  it('is not made for an address that is a member already', async () => {
    const owner = await firstOwner(api);
    await invited(api, owner, 'viewer', 'joan@school.example');
    const again = await owner.call('POST', await pathOf(owner, 'invitations'), { email: 'Joan@school.example', role: 'owner' });
    expect(problemIn(again)).toEqual({ status: 409, code: 'conflict', errors: [['/email', 'not-unique']] });
  });
});

describe('invitations', () => {
  it('go to one address three times a day, whichever organisation asks', async () => {
    const [owner, other] = [await firstOwner(api), await furtherOwner('eve@x.example')];
    const statuses: number[] = [];
    for (const who of [owner, other, owner, other])
      statuses.push((await who.call('POST', await pathOf(who, 'invitations'), { email: 'joan@x.example', role: 'viewer' })).status);
    expect(statuses).toEqual([201, 201, 201, 409]);
    await api.database.pool.query("UPDATE invitation SET created_at = created_at - interval '1 day'");
    expect((await owner.call('POST', await pathOf(owner, 'invitations'), { email: 'joan@x.example', role: 'viewer' })).status).toBe(201);
  });

  /** So many more that are open, as if they had been sent some time ago. */
  const sent = async (owner: Browser, count: number, age: string) =>
    api.database.pool.query(
      `INSERT INTO invitation (id, organisation_id, email, role, token_hash, invited_by, created_at, expires_at)
      SELECT gen_random_uuid(), $1, 'p' || n || '@x.example', 'viewer', decode(md5(n::text), 'hex'), $2, now() - $4::interval, now() + interval '1 day'
      FROM generate_series(1, $3::int) n`,
      [await organisationOf(owner), await idOf(owner), count, age],
    );
  const invite = async (owner: Browser) =>
    (await owner.call('POST', await pathOf(owner, 'invitations'), { email: 'joan@x.example', role: 'viewer' })).status;

  it('are 200 a day at most', async () => {
    const owner = await firstOwner(api);
    await sent(owner, 199, '1 hour');
    expect([await invite(owner), await invite(owner)]).toEqual([201, 409]);
  });

  it('count towards the 500 people of an organisation, all that are open', async () => {
    const owner = await firstOwner(api);
    await sent(owner, 498, '2 days');
    expect([await invite(owner), await invite(owner)]).toEqual([201, 409]);
  });

  it('of people who never came are forgotten thirty days after their end', async () => {
    const owner = await firstOwner(api);
    await sent(owner, 2, '2 days');
    await api.database.pool.query(
      "UPDATE invitation SET expires_at = now() - CASE email WHEN 'p1@x.example' THEN interval '31 days' ELSE interval '29 days' END",
    );
    await api.useCases.prunePeople();
    expect((await api.database.pool.query('SELECT email FROM invitation')).rows).toEqual([{ email: 'p2@x.example' }]);
  });
});
