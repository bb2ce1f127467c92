import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Api, problemIn, startApi } from '../api.fixture.js';
import { type Browser, browser, firstOwner, invited, organisationOf } from '../people/signed-in.fixture.js';
import { type Account, CLIENT, type Lie, lyingProvider, type RunningProvider, realProvider, walk } from './provider.fixture.js';

// T17: the provider of a school says who somebody is, for that school alone, and takes nobody's account.
let api: Api;
let owner: Browser;
let organisation: string;
const providers: RunningProvider[] = [];
beforeEach(async () => {
  api = await startApi();
  owner = await firstOwner(api, 'owner@elsewhere.example');
  organisation = await organisationOf(owner);
});
afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.close();
  await api.close();
});

const path = (what: string) => `/v1/organisations/${organisation}/${what}`;
const allow = (domain: string, id = organisation) => api.call('POST', `/v1/organisations/${id}/mail-domains`, { body: { domain } });
const set = (issuer: string, more: object = {}) => owner.call('POST', path('sign-on'), { issuer, ...CLIENT, role: 'issuer', ...more });

async function school<P extends RunningProvider>(provider: P): Promise<P> {
  providers.push(provider);
  expect((await allow('school.example')).status).toBe(204);
  const made = await set(provider.issuer);
  expect([made.status, made.body]).toMatchObject([
    200,
    { domains: ['school.example'], redirectUri: 'http://localhost:3000/console/sign-on' },
  ]);
  return provider;
}
const GRACE: Account = { sub: 'grace', email: 'grace@school.example', email_verified: true, name: 'Grace Hopper' };

/** Signs somebody in by the real provider. */
async function come(someone: Browser, email = 'grace@school.example'): Promise<Answer> {
  const begun = await someone.call('POST', '/v1/sign-on-requests', { email });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  return someone.call('POST', '/v1/sign-on-sessions', await walk(begun.body.url));
}
const me = async (person: Browser) => (await person.call('GET', '/v1/me')).body;
const people = async () => (await api.database.pool.query('SELECT email FROM person ORDER BY email')).rows.map(({ email }) => email);

describe('somebody of a school with a provider', () => {
  it('comes as a newcomer, with the role that the school chose, and comes again as the same person', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    const [first, second] = [browser(api), browser(api)];
    expect((await come(first)).status).toBe(201);
    const seen = await me(first);
    expect(seen).toMatchObject({ person: { email: 'grace@school.example', name: 'Grace Hopper', emailVerified: true } });
    expect(seen.organisations).toMatchObject([{ id: organisation, role: 'issuer' }]);
    // The address at the provider has changed: the account is known by its subject.
    provider.account = { ...GRACE, email: 'hopper@school.example' };
    expect((await come(second)).status).toBe(201);
    expect((await me(second)).person.id).toBe(seen.person.id);
    const { rows } = await api.database.pool.query(
      "SELECT action, details->>'way' AS way FROM audit_entry WHERE actor = 'person' AND details->>'way' IS NOT NULL ORDER BY txid, id",
    );
    expect(rows.map(({ action, way }) => `${action} ${way}`)).toEqual([
      'member.joined sign-on',
      'session.begun sign-on',
      'session.begun sign-on',
    ]);
  });

  it('is the member who was invited before, and keeps their role', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    const grace = await invited(api, owner, 'viewer', 'grace@school.example');
    const byProvider = browser(api);
    expect((await come(byProvider)).status).toBe(201);
    expect(await me(byProvider)).toMatchObject({ person: { id: (await me(grace)).person.id }, organisations: [{ role: 'viewer' }] });
  });

  it('stays out once they were taken out', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    const grace = browser(api);
    await come(grace);
    const { person } = await me(grace);
    expect((await owner.call('DELETE', `${path('members')}/${person.id}`)).status).toBe(204);
    const again = await come(browser(api));
    expect([again.status, again.body.code]).toEqual([403, 'forbidden']);
  });

  it.each<[string, Account]>([
    ['whose address the provider has not verified', { ...GRACE, email_verified: false }],
    ['of whom the provider names no address', { sub: 'grace' }],
    ['with an address of another domain', { ...GRACE, email: 'grace@other.example' }],
    ['with an address below the domain', { ...GRACE, email: 'grace@sub.school.example' }],
  ])('%s does not come in', async (_, account) => {
    const provider = await school(await realProvider());
    provider.account = account;
    const answer = await come(browser(api));
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect(await people()).toEqual(['owner@elsewhere.example']);
  });
});

describe('an owner who says that the school gives out its addresses', () => {
  const { email_verified: _, ...unsaid } = GRACE;
  it.each<[string, Account, boolean, number]>([
    ['lets somebody in of whose address the provider does not say it', unsaid, true, 201],
    ['and one who does not say so, does not', unsaid, false, 403],
    ['does not let in whose address the provider has not verified', { ...GRACE, email_verified: false }, true, 403],
    ['does not let in an address of another domain', { ...unsaid, email: 'grace@other.example' }, true, 403],
  ])('%s', async (_, account, verifiedBySchool, status) => {
    const provider = await school(await realProvider());
    expect((await set(provider.issuer, { verifiedBySchool })).body.provider).toMatchObject({ verifiedBySchool });
    provider.account = account;
    expect((await come(browser(api))).status).toBe(status);
  });
});

describe('an account of another organisation', () => {
  /** A second organisation with a member whose address is of the domain of the first. */
  async function elsewhere(): Promise<string> {
    const { pool } = api.database;
    const [id, person] = ['0198ab00-0000-7000-8000-0000000000aa', '0198ab00-0000-7000-8000-0000000000bb'];
    await pool.query("INSERT INTO organisation VALUES ($1, 'Elsewhere', now())", [id]);
    await pool.query("INSERT INTO person VALUES ($1, 'grace@school.example', 'Grace', true, NULL, now(), now())", [person]);
    await pool.query("INSERT INTO membership VALUES ($1, $2, 'owner', now())", [id, person]);
    return id;
  }

  it('is not taken by its address', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    await elsewhere();
    const answer = await come(browser(api));
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect((await api.database.pool.query('SELECT FROM person_account')).rowCount).toBe(0);
  });

  it('is not reached by the provider of a school of which its person is a member, too', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    const other = await elsewhere();
    await invited(api, owner, 'viewer', 'grace@school.example');
    const byProvider = browser(api);
    expect((await come(byProvider)).status).toBe(201);
    expect((await me(byProvider)).organisations.map(({ id }: { id: string }) => id)).toEqual([organisation]);
    expect((await byProvider.call('GET', '/v1/organisations')).body.data).toHaveLength(1);
    expect((await byProvider.call('GET', `/v1/organisations/${other}/members`)).status).toBe(403);
    expect((await byProvider.call('GET', '/v1/issuers', undefined, { 'proofmark-organisation': other })).status).toBe(403);
    for (const [method, place, body] of [
      ['POST', '/v1/passkeys/challenges', undefined],
      ['PATCH', '/v1/me', { name: 'Eve' }],
    ] as const)
      expect((await byProvider.call(method, place, body)).status).toBe(403);
    expect((await byProvider.call('DELETE', `/v1/sessions/${other}`)).status).toBe(404);
  });

  it('has its mail domain for itself', async () => {
    await allow('school.example');
    const other = await elsewhere();
    expect((await allow('school.example', other)).status).toBe(409);
    expect((await allow('school.example')).status).toBe(204);
    expect((await owner.call('POST', path('mail-domains'), { domain: 'bank.example' })).status).toBe(403);
    expect((await api.call('DELETE', `/v1/organisations/${other}/mail-domains/school.example`)).status).toBe(404);
    expect((await api.call('DELETE', path('mail-domains/school.example'))).status).toBe(204);
    expect((await allow('school.example', other)).status).toBe(204);
    expect(problemIn(await allow('School.example')).errors).toEqual([['/domain', 'no-such-value']]);
  });
});

describe('what a browser brings back', () => {
  it('counts in the browser that was sent, with its state, once, within ten minutes', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    const one = browser(api);
    const sent = async () => {
      const { body } = await one.call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' });
      const cookie = [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return { back: await walk(body.url), cookie };
    };
    const bring = async (back: object, cookie?: string) =>
      (await browser(api).call('POST', '/v1/sign-on-sessions', back, cookie === undefined ? {} : { cookie })).status;
    const first = await sent();
    expect(await bring(first.back)).toBe(403);
    expect(await bring({ ...first.back, state: 'x' }, first.cookie)).toBe(403);
    expect(await bring(first.back, first.cookie)).toBe(403);
    const late = await sent();
    await api.database.pool.query("UPDATE sign_on_request SET expires_at = now() - interval '1 second'");
    expect(await bring(late.back, late.cookie)).toBe(403);
    const good = await sent();
    const both = await Promise.all([bring(good.back, good.cookie), bring(good.back, good.cookie)]);
    expect(both.sort()).toEqual([201, 403]);
    // A code that was used, in a new request.
    const replayed = await sent();
    expect(await bring({ ...replayed.back, code: good.back.code }, replayed.cookie)).toBe(403);
  });
});

describe('a provider that lies', () => {
  const HOUR = 3600;
  const now = Math.floor(Date.now() / 1000);
  it.each<[string, Lie]>([
    ['has its token for another client', { claims: { aud: 'another' } }],
    ['repeats another nonce', { claims: { nonce: 'another' } }],
    ['repeats no nonce', { claims: { nonce: undefined } }],
    ['speaks for another issuer', { claims: { iss: 'https://login.other.example' } }],
    ['has a token that has expired', { claims: { iat: now - 2 * HOUR, exp: now - HOUR } }],
    ['signs by a key that it does not publish', { foreignKey: true }],
    ['does not sign', { unsigned: true }],
    ['does not take the code', { status: 400 }],
    ['names a subject of 300 characters', { claims: { sub: 'x'.repeat(300) } }],
  ])('and %s signs nobody in', async (_, lie) => {
    const provider = await school(await lyingProvider());
    provider.lie = lie;
    const someone = browser(api);
    const { body } = await someone.call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' });
    const asked = new URL(body.url).searchParams;
    provider.nonce = asked.get('nonce') ?? '';
    const answer = await someone.call('POST', '/v1/sign-on-sessions', { state: asked.get('state'), code: 'x' });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect(await people()).toEqual(['owner@elsewhere.example']);
  });

  it('would sign somebody in if it told the truth', async () => {
    const provider = await school(await lyingProvider());
    const someone = browser(api);
    const { body } = await someone.call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' });
    const asked = new URL(body.url).searchParams;
    expect([...asked.keys()]).toEqual(expect.arrayContaining(['state', 'nonce', 'code_challenge', 'redirect_uri']));
    expect(asked.get('code_challenge_method')).toBe('S256');
    provider.nonce = asked.get('nonce') ?? '';
    expect((await someone.call('POST', '/v1/sign-on-sessions', { state: asked.get('state'), code: 'x' })).status).toBe(201);
  });

  it('and is down is told as such', async () => {
    const provider = await school(await lyingProvider());
    const someone = browser(api);
    const { body } = await someone.call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' });
    await provider.close();
    const state = new URL(body.url).searchParams.get('state');
    expect((await someone.call('POST', '/v1/sign-on-sessions', { state, code: 'x' })).status).toBe(503);
    expect((await someone.call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' })).status).toBe(503);
    expect(problemIn(await set(provider.issuer)).errors).toEqual([['/issuer', 'unreachable']]);
  });
});

describe('the provider of an organisation', () => {
  it('is set, shown without its secret, and removed by owners, with the sessions that it began', async () => {
    const provider = await school(await realProvider());
    provider.account = GRACE;
    const grace = browser(api);
    await come(grace);
    const shown = (await owner.call('GET', path('sign-on'))).body;
    expect(shown.provider).toMatchObject({ issuer: provider.issuer, clientId: CLIENT.clientId, role: 'issuer' });
    const kept = JSON.stringify((await api.database.pool.query('SELECT * FROM sign_on')).rows);
    expect(JSON.stringify(shown) + kept).not.toContain(CLIENT.clientSecret);
    expect((await grace.call('GET', path('sign-on'))).status).toBe(403);
    expect((await owner.call('DELETE', path('sign-on'))).status).toBe(204);
    expect((await owner.call('DELETE', path('sign-on'))).status).toBe(404);
    expect((await grace.call('GET', '/v1/me')).status).toBe(401);
    expect((await owner.call('GET', '/v1/me')).status).toBe(200);
    expect((await browser(api).call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' })).status).toBe(404);
  });

  it('is set up with what is known before there is one', async () => {
    await allow('school.example');
    const redirectUri = 'http://localhost:3000/console/sign-on';
    expect((await owner.call('GET', path('sign-on'))).body).toEqual({ provider: null, domains: ['school.example'], redirectUri });
  });

  it('is told to strangers as one that there is, and no more', async () => {
    const methods = async () => (await browser(api).call('GET', '/v1/sign-in-methods')).body;
    await school(await realProvider());
    expect(await methods()).toEqual({ signOn: true });
    await api.call('DELETE', path('mail-domains/school.example'));
    expect(await methods()).toEqual({ signOn: false });
  });

  it('makes no owners', async () => {
    const provider = await school(await realProvider());
    expect((await set(provider.issuer, { role: 'owner' })).status).toBe(422);
  });

  it('is found by the domain of an address, whether anybody has the address or not', async () => {
    const provider = await school(await realProvider());
    await invited(api, owner, 'viewer', 'grace@school.example');
    const urls = await Promise.all(
      ['grace', 'nobody'].map(async (name) => {
        const { body } = await browser(api).call('POST', '/v1/sign-on-requests', { email: `${name}@school.example` });
        return new URL(body.url).origin;
      }),
    );
    expect(urls).toEqual([provider.issuer, provider.issuer]);
    expect((await browser(api).call('POST', '/v1/sign-on-requests', { email: 'grace@other.example' })).status).toBe(404);
  });

  it('is not asked by a page of another site', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await browser(api).call('POST', '/v1/sign-on-requests', { email: 'grace@school.example' }, headers)).status).toBe(403);
  });
});
