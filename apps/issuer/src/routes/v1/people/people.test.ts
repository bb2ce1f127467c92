import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTenant } from '../../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from '../api.fixture.js';
import { type Browser, browser, firstOwner, invited, linkInMail, organisationOf } from './signed-in.fixture.js';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const OWNER = { email: 'grace@school.example', name: 'Grace Hopper', organisation: 'Riverside College' };

/** The browser of the owner, who came in by a mail. */
async function byMail(): Promise<Browser> {
  const someone = browser(api);
  await someone.call('POST', '/v1/sign-in-links', { email: OWNER.email });
  expect((await someone.call('POST', '/v1/sessions', { token: await linkInMail(api) })).status).toBe(201);
  return someone;
}
const acts = async (): Promise<readonly string[]> =>
  (await api.database.pool.query("SELECT action FROM audit_entry WHERE actor <> 'api-key' ORDER BY txid, id")).rows.map(
    ({ action }) => action,
  );

describe('the first owner', () => {
  it('is whoever opens the link, once, and owns the issuers that were nobody’s', async () => {
    const tenant = await makeTenant(api, 'acme');
    const token = await api.useCases.ensureOwnerLink();
    expect(token).toMatch(/^pm_owner_[\w-]{43}$/);
    const [one, two] = [browser(api), browser(api)];
    const answers = await Promise.all(
      [one, two].map((each, at) => each.call('POST', '/v1/owners', { token, ...OWNER, email: `o${at}@x.example` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const winner = answers[0]!.status === 201 ? one : two;
    const me = (await winner.call('GET', '/v1/me')).body;
    expect(me).toMatchObject({ person: { name: 'Grace Hopper', emailVerified: false }, session: { current: true } });
    expect(me.organisations).toMatchObject([{ name: 'Riverside College', role: 'owner', issuerIds: [tenant.issuer.id] }]);
    expect(await acts()).toEqual(['api-key.created', 'owner-link.created', 'organisation.created']);
  });

  it('ends all other links of that kind, and no start makes another one', async () => {
    const [first, second] = [await api.useCases.ensureOwnerLink(), await api.useCases.ensureOwnerLink()];
    expect((await browser(api).call('POST', '/v1/owners', { token: second, ...OWNER })).status).toBe(201);
    expect((await browser(api).call('POST', '/v1/owners', { token: first, ...OWNER, email: 'b@x.example' })).status).toBe(410);
    expect(await api.useCases.ensureOwnerLink()).toBeNull();
  });

  it('has a day for it', async () => {
    const token = await api.useCases.ensureOwnerLink();
    await api.database.pool.query("UPDATE owner_link SET expires_at = now() - interval '1 second'");
    expect(problemIn(await browser(api).call('POST', '/v1/owners', { token, ...OWNER }))).toMatchObject({ status: 410, code: 'gone' });
  });

  it('keeps the link where what they wrote was not taken', async () => {
    const token = await api.useCases.ensureOwnerLink();
    expect((await browser(api).call('POST', '/v1/owners', { token, ...OWNER, email: 'no address' })).status).toBe(422);
    expect((await browser(api).call('POST', '/v1/owners', { token, ...OWNER })).status).toBe(201);
  });
});

describe('a session', () => {
  it('stands in a cookie that scripts and other sites do not get, of which a hash is kept', async () => {
    const token = await api.useCases.ensureOwnerLink();
    const made = await browser(api).call('POST', '/v1/owners', { token, ...OWNER });
    const [session = '', csrf = ''] = made.headers.getSetCookie();
    expect(session).toMatch(/^proofmark-session-3000=pm_session_[\w-]{43}\.[\w%-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(csrf).toMatch(/^proofmark-csrf-3000=[\w-]{43}; Max-Age=2592000; Path=\/; SameSite=Strict$/);
    const secret = /pm_session_[\w-]+/.exec(session)?.[0] ?? '-';
    const dump = await api.database.pool.query('SELECT s::text AS row FROM person_session s');
    expect(dump.rows.length).toBe(1);
    expect(dump.rows[0].row).not.toContain(secret.slice(12));
    expect(JSON.stringify(made.body)).not.toContain(secret);
  });

  it('is begun by a link in a mail, once, which proves the address', async () => {
    await firstOwner(api);
    const someone = browser(api);
    expect((await someone.call('POST', '/v1/sign-in-links', { email: 'Grace@School.example', language: 'de' })).status).toBe(204);
    const [mail] = await api.useCases.listKeptMails();
    expect(mail?.content).toMatchObject({ kind: 'sign-in', to: 'grace@school.example', language: 'de' });
    const token = await linkInMail(api);
    const twice = await Promise.all([someone, browser(api)].map((one) => one.call('POST', '/v1/sessions', { token })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 410]);
    const signedIn = twice[0]!.status === 201 ? someone : null;
    if (signedIn !== null) expect((await signedIn.call('GET', '/v1/me')).body.person.emailVerified).toBe(true);
    expect(await acts()).toContain('session.begun');
  });

  it('tells nobody who has an account, and sends nobody many mails', async () => {
    await firstOwner(api);
    const stranger = await browser(api).call('POST', '/v1/sign-in-links', { email: 'nobody@school.example' });
    expect([stranger.status, stranger.body]).toEqual([204, null]);
    for (let n = 0; n < 5; n += 1) {
      const asked = await browser(api).call('POST', '/v1/sign-in-links', { email: OWNER.email });
      expect([asked.status, asked.body]).toEqual([204, null]);
    }
    expect(await api.useCases.listKeptMails()).toHaveLength(3);
  });

  it('is not begun by a page of another site', async () => {
    const token = await api.useCases.ensureOwnerLink();
    const answer = await browser(api).call('POST', '/v1/owners', { token, ...OWNER }, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });

  it('is listed, and ended at once, here and elsewhere', async () => {
    await firstOwner(api);
    const [owner, other] = [await byMail(), await byMail()];
    const { data } = (await owner.call('GET', '/v1/sessions')).body;
    expect(data.map(({ current }: { current: boolean }) => current)).toEqual([false, true]);
    expect((await owner.call('DELETE', `/v1/sessions/${data[0].id}`)).status).toBe(204);
    expect((await other.call('GET', '/v1/me')).status).toBe(401);
    const here = await owner.call('DELETE', `/v1/sessions/${data[1].id}`);
    expect([here.status, owner.cookies.size]).toEqual([204, 0]);
    expect((await acts()).slice(-2)).toEqual(['session.ended', 'session.ended']);
  });

  it('that began before the address was verified ends when it is', async () => {
    const first = await firstOwner(api);
    expect((await (await byMail()).call('GET', '/v1/me')).status).toBe(200);
    expect((await first.call('GET', '/v1/me')).status).toBe(401);
  });

  it('is found among very many', async () => {
    const owner = await firstOwner(api);
    await api.database.pool.query(`INSERT INTO person_session (id, person_id, token, created_at, updated_at, expires_at)
      SELECT ('ffffffff-ffff-7fff-bfff-' || lpad(n::text, 12, '0'))::uuid, person_id, 'hash ' || n, created_at, updated_at, expires_at
      FROM person_session, generate_series(1, 120) n`);
    expect((await owner.call('GET', '/v1/me')).body).toMatchObject({ session: { current: true } });
  });

  it('of another person cannot be ended', async () => {
    const owner = await firstOwner(api);
    const viewer = await invited(api, owner, 'viewer');
    const { session } = (await owner.call('GET', '/v1/me')).body;
    expect((await viewer.call('DELETE', `/v1/sessions/${session.id}`)).status).toBe(404);
    expect((await owner.call('GET', '/v1/me')).status).toBe(200);
  });

  it('ends after thirty days, or after seven in which nothing was asked', async () => {
    const owner = await firstOwner(api);
    await api.database.pool.query("UPDATE person_session SET updated_at = now() - interval '6 days'");
    expect((await owner.call('GET', '/v1/me')).status).toBe(200);
    const seen = await api.database.pool.query("SELECT updated_at > now() - interval '1 minute' AS fresh FROM person_session");
    expect(seen.rows).toEqual([{ fresh: true }]);
    await api.database.pool.query("UPDATE person_session SET updated_at = now() - interval '7 days 1 second'");
    expect((await owner.call('GET', '/v1/me')).status).toBe(401);
    await api.database.pool.query("UPDATE person_session SET updated_at = now(), expires_at = now() - interval '1 second'");
    expect((await owner.call('GET', '/v1/me')).status).toBe(401);
  });
});

describe('an organisation', () => {
  it('is joined by an invitation, once, which proves the address', async () => {
    const owner = await firstOwner(api);
    const organisation = await organisationOf(owner);
    const path = `/v1/organisations/${organisation}/invitations`;
    await owner.call('POST', path, { email: 'joan@school.example', role: 'viewer' });
    const earlier = await linkInMail(api);
    const made = await owner.call('POST', path, { email: 'Joan@school.example', role: 'issuer' });
    expect(made.body).toMatchObject({ email: 'joan@school.example', role: 'issuer' });
    expect((await owner.call('GET', path)).body.data).toHaveLength(1);
    const joan = browser(api);
    expect((await joan.call('POST', '/v1/invitations/accept', { token: earlier, name: 'Joan' })).status).toBe(410);
    const token = await linkInMail(api);
    expect((await joan.call('POST', '/v1/invitations/accept', { token, name: 'Joan Clarke' })).status).toBe(201);
    expect((await browser(api).call('POST', '/v1/invitations/accept', { token, name: 'Eve' })).status).toBe(410);
    const me = (await joan.call('GET', '/v1/me')).body;
    expect(me.person).toMatchObject({ name: 'Joan Clarke', emailVerified: true });
    expect(me.organisations).toMatchObject([{ id: organisation, role: 'issuer' }]);
    expect((await acts()).slice(-3)).toEqual(['invitation.created', 'invitation.created', 'member.joined']);
  });

  it('withdraws an invitation', async () => {
    const owner = await firstOwner(api);
    const path = `/v1/organisations/${await organisationOf(owner)}/invitations`;
    const { id } = (await owner.call('POST', path, { email: 'joan@school.example', role: 'issuer' })).body;
    expect((await owner.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await owner.call('DELETE', `${path}/${id}`)).status).toBe(404);
    const late = await browser(api).call('POST', '/v1/invitations/accept', { token: await linkInMail(api), name: 'Joan' });
    expect(late.status).toBe(410);
    expect((await acts()).at(-1)).toBe('invitation.withdrawn');
  });

  it('has one owner at least, and its members change their role at once', async () => {
    const owner = await firstOwner(api);
    const members = `/v1/organisations/${await organisationOf(owner)}/members`;
    const { person } = (await owner.call('GET', '/v1/me')).body;
    expect((await owner.call('PATCH', `${members}/${person.id}`, { role: 'viewer' })).status).toBe(409);
    expect((await owner.call('DELETE', `${members}/${person.id}`)).status).toBe(409);
    const joan = await invited(api, owner, 'viewer');
    const joanId = (await joan.call('GET', '/v1/me')).body.person.id;
    const changed = await owner.call('PATCH', `${members}/${joanId}`, { role: 'owner' });
    expect(changed.body).toMatchObject({ role: 'owner', person: { id: joanId } });
    expect((await joan.call('GET', members)).body.data.map(({ role }: { role: string }) => role)).toEqual(['owner', 'owner']);
    expect((await joan.call('DELETE', `${members}/${person.id}`)).status).toBe(204);
    expect((await owner.call('GET', members)).status).toBe(403);
    expect((await acts()).slice(-2)).toEqual(['member.role-changed', 'member.removed']);
  });

  it('is renamed, and has the issuers that its owner makes', async () => {
    const owner = await firstOwner(api);
    const path = `/v1/organisations/${await organisationOf(owner)}`;
    expect((await owner.call('PATCH', path, { name: 'Lakeside College' })).body).toMatchObject({ name: 'Lakeside College', role: 'owner' });
    const issuer = await owner.call('POST', '/v1/issuers', { slug: 'lakeside', name: 'Lakeside' });
    expect(issuer.status, JSON.stringify(issuer.body)).toBe(201);
    expect((await owner.call('GET', '/v1/organisations')).body.data).toMatchObject([{ issuerIds: [issuer.body.id] }]);
    const key = await owner.call('POST', '/v1/api-keys', { name: 'course platform', scopes: ['credentials:read'] });
    expect([key.status, key.body.issuerId, key.body.createdBy]).toEqual([201, issuer.body.id, null]);
    expect((await api.call('GET', '/v1/credentials', { key: key.body.key })).status).toBe(200);
    expect((await owner.call('DELETE', `/v1/api-keys/${key.body.id}`)).status).toBe(204);
    expect((await api.call('GET', '/v1/credentials', { key: key.body.key })).status).toBe(401);
  });
});
