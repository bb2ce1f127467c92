import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Api, startApi } from '../api.fixture.js';
import { type Browser, browser, firstOwner, invited, linkInMail } from '../people/signed-in.fixture.js';
import { Device, type Oddity } from './device.fixture.js';

// T17: only a passkey of this service, on its own page, with its user verified and in answer to the question of this browser signs somebody in, once.
let api: Api;
let owner: Browser;
let device: Device;
const ORIGIN = 'http://localhost:3000';
beforeEach(async () => {
  api = await startApi();
  owner = await firstOwner(api);
  device = new Device(ORIGIN);
});
afterEach(() => api.close());

const CHALLENGES = '/v1/passkeys/challenges';
async function add(person: Browser, of: Device, oddity: Oddity = {}): Promise<Answer> {
  const { body } = await person.call('POST', CHALLENGES);
  return person.call('POST', '/v1/passkeys', { name: 'Laptop', credential: of.create(body.publicKey, oddity) });
}
async function signIn(someone: Browser, of: Device, oddity: Oddity = {}): Promise<Answer> {
  const { body } = await someone.call('POST', '/v1/passkey-sessions/challenges');
  return someone.call('POST', '/v1/passkey-sessions', { credential: of.sign(body.publicKey, oddity) });
}
const acts = async (): Promise<readonly string[]> =>
  (await api.database.pool.query("SELECT action FROM audit_entry WHERE actor = 'person' ORDER BY txid, id")).rows.map(
    ({ action }) => action,
  );

describe('a passkey', () => {
  it('is added, listed, named, signs its person in, and is deleted', async () => {
    const added = await add(owner, device);
    expect([added.status, added.body.name, added.body.lastUsedAt]).toEqual([201, 'Laptop', null]);
    const someone = browser(api);
    expect((await signIn(someone, device)).status).toBe(201);
    expect((await someone.call('GET', '/v1/me')).body.person.email).toBe('grace@school.example');
    const path = `/v1/passkeys/${added.body.id}`;
    expect((await someone.call('PATCH', path, { name: 'Old laptop' })).body).toMatchObject({ name: 'Old laptop' });
    const { data } = (await someone.call('GET', '/v1/passkeys')).body;
    expect(data).toMatchObject([{ name: 'Old laptop', lastUsedAt: expect.stringMatching(/^\d{4}-/) }]);
    expect((await someone.call('DELETE', path)).status).toBe(204);
    expect((await signIn(browser(api), device)).status).toBe(403);
    expect((await acts()).slice(-4)).toEqual(['passkey.created', 'session.begun', 'passkey.renamed', 'passkey.deleted']);
  });

  it('is known by a hash of the browser’s secret alone, which scripts cannot read', async () => {
    const asked = await browser(api).call('POST', '/v1/passkey-sessions/challenges');
    const [cookie = ''] = asked.headers.getSetCookie();
    expect(cookie).toMatch(/^proofmark-passkey-3000=pm_browser_[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/);
    const { rows } = await api.database.pool.query('SELECT c::text AS row FROM passkey_challenge c');
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toContain(/pm_browser_([\w-]+)/.exec(cookie)?.[1]);
  });

  it('of another person is neither seen, nor renamed, nor deleted', async () => {
    const { id } = (await add(owner, device)).body;
    const viewer = await invited(api, owner, 'viewer');
    expect((await viewer.call('GET', '/v1/passkeys')).body.data).toEqual([]);
    expect((await viewer.call('PATCH', `/v1/passkeys/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await viewer.call('DELETE', `/v1/passkeys/${id}`)).status).toBe(404);
    expect((await add(viewer, device)).status).toBe(409);
  });

  it('is added by somebody alone who signed in a short time ago', async () => {
    const { body } = await owner.call('POST', CHALLENGES);
    await api.database.pool.query("UPDATE person_session SET created_at = now() - interval '16 minutes'");
    expect((await owner.call('POST', CHALLENGES)).status).toBe(403);
    const late = await owner.call('POST', '/v1/passkeys', { name: 'x', credential: device.create(body.publicKey) });
    expect(late.status).toBe(403);
  });

  it('ends when somebody else proves that the address is theirs', async () => {
    await add(owner, device);
    const someone = browser(api);
    await someone.call('POST', '/v1/sign-in-links', { email: 'grace@school.example' });
    expect((await someone.call('POST', '/v1/sessions', { token: await linkInMail(api) })).status).toBe(201);
    expect((await someone.call('GET', '/v1/passkeys')).body.data).toEqual([]);
    expect((await signIn(browser(api), device)).status).toBe(403);
  });

  it('is one of twenty at most', async () => {
    await api.database.pool.query(`INSERT INTO passkey SELECT gen_random_uuid(), person_id, decode(md5(n::text), 'hex'), '\\x00', 0, '{}', false, 'x', now(), NULL
      FROM person_session, generate_series(1, 20) n`);
    expect((await add(owner, device)).status).toBe(409);
  });
});

describe('a creation', () => {
  it.each<[string, Oddity]>([
    ['for another origin', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['with another challenge', { challenge: 'AAAA' }],
    ['without a verified user', { unverified: true }],
    ['that is a sign-in', { type: 'webauthn.get' }],
  ])('%s is refused', async (_, oddity) => {
    const answer = await add(owner, device, oddity);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect((await owner.call('GET', '/v1/passkeys')).body.data).toEqual([]);
  });

  it('answers its question once, in the session that asked', async () => {
    const { body } = await owner.call('POST', CHALLENGES);
    const viewer = await invited(api, owner, 'viewer');
    const credential = device.create(body.publicKey);
    expect((await viewer.call('POST', '/v1/passkeys', { name: 'x', credential })).status).toBe(403);
    expect((await owner.call('POST', '/v1/passkeys', { name: 'x', credential })).status).toBe(201);
    expect((await owner.call('POST', '/v1/passkeys', { name: 'x', credential })).status).toBe(403);
  });

  it('comes within five minutes', async () => {
    const { body } = await owner.call('POST', CHALLENGES);
    await api.database.pool.query("UPDATE passkey_challenge SET expires_at = now() - interval '1 second'");
    expect((await owner.call('POST', '/v1/passkeys', { name: 'x', credential: device.create(body.publicKey) })).status).toBe(403);
  });

  it('is refused where it is no answer of a browser at all', async () => {
    const { body } = await owner.call('POST', CHALLENGES);
    const { response, ...rest } = device.create(body.publicKey);
    for (const attestationObject of ['AAAA', 'oA', response.attestationObject.slice(0, -20), `${response.attestationObject}AAAA`]) {
      await owner.call('POST', CHALLENGES);
      const credential = { ...rest, response: { ...response, attestationObject } };
      expect((await owner.call('POST', '/v1/passkeys', { name: 'x', credential })).status).toBe(403);
    }
    const padded = await owner.call('POST', '/v1/passkeys', { name: 'x', credential: { ...rest, id: 'AA==', response } });
    expect(padded.status).toBe(422);
  });
});

describe('a sign-in', () => {
  beforeEach(async () => {
    expect((await add(owner, device)).status).toBe(201);
  });

  it.each<[string, Oddity]>([
    ['for another origin', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['with another challenge', { challenge: 'AAAA' }],
    ['without a verified user', { unverified: true }],
    ['that is a creation', { type: 'webauthn.create' }],
  ])('%s is refused', async (_, oddity) => {
    const someone = browser(api);
    expect((await signIn(someone, device, oddity)).status).toBe(403);
    expect((await someone.call('GET', '/v1/me')).status).toBe(401);
  });

  it('answers its question once, in the browser that asked', async () => {
    const [one, two] = [browser(api), browser(api)];
    const { body } = await one.call('POST', '/v1/passkey-sessions/challenges');
    const cookie = [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const credential = device.sign(body.publicKey);
    expect((await two.call('POST', '/v1/passkey-sessions', { credential })).status).toBe(403);
    await two.call('POST', '/v1/passkey-sessions/challenges');
    expect((await two.call('POST', '/v1/passkey-sessions', { credential })).status).toBe(403);
    const answers = await Promise.all([0, 1].map(() => browser(api).call('POST', '/v1/passkey-sessions', { credential }, { cookie })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  it('comes within five minutes', async () => {
    const someone = browser(api);
    const { body } = await someone.call('POST', '/v1/passkey-sessions/challenges');
    await api.database.pool.query("UPDATE passkey_challenge SET expires_at = now() - interval '1 second'");
    expect((await someone.call('POST', '/v1/passkey-sessions', { credential: device.sign(body.publicKey) })).status).toBe(403);
  });

  it('with a count that does not grow is refused: the key was copied', async () => {
    expect((await signIn(browser(api), device)).status).toBe(201);
    device.counter = 0;
    expect((await signIn(browser(api), device)).status).toBe(403);
    device.counter = 7;
    expect((await signIn(browser(api), device)).status).toBe(201);
  });

  it('is refused where the signature is another, and where the passkey says that it is somebody else’s', async () => {
    const someone = browser(api);
    for (const change of [
      { signature: 'MEUCIQDx' },
      { userHandle: 'bm9ib2R5' },
      { authenticatorData: 'AAAA' },
      { clientDataJSON: 'e30' },
    ]) {
      const { body } = await someone.call('POST', '/v1/passkey-sessions/challenges');
      const signed = device.sign(body.publicKey);
      const credential = { ...signed, response: { ...signed.response, ...change } };
      expect((await someone.call('POST', '/v1/passkey-sessions', { credential })).status).toBe(403);
    }
  });

  it('tells nobody which passkeys are known', async () => {
    const unknown = await signIn(browser(api), new Device(ORIGIN), {});
    const wrong = await signIn(browser(api), device, { challenge: 'AAAA' });
    expect(unknown.body).toEqual(wrong.body);
  });

  it('is not asked for by a page of another site', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await browser(api).call('POST', '/v1/passkey-sessions/challenges', undefined, headers)).status).toBe(403);
  });
});
