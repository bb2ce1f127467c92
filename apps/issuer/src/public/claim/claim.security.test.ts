import type { CreatedClaimLink } from '@proofmark/schemas/api';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import type { UseCases } from '../../issuing/use-cases.js';
import { type Answer, type Api, startApi } from '../../routes/v1/api.fixture.js';
import { redact } from '../../server/logger.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { publicRoutes } from '../index.js';
import { claimRoutes } from './index.js';

// T13, T15, T19, T26: who claims a badge, and what the world sees of it.

describe('a claim link', () => {
  let api: Api;
  let acme: Tenant;
  let app: Hono;
  let time: number;
  let useCases: UseCases;
  beforeAll(async () => {
    api = await startApi();
    // Later than whatever is issued here.
    time = Date.now() + 600_000;
    const now = () => new Date(time);
    useCases = api.with({ clock: { now } });
    acme = await makeTenant(api, 'acme', { name: 'Web <b>API</b> design' });
    const reads = publicReads(kyselyOver(api.database.pool));
    app = new Hono()
      .route('/', claimRoutes({ useCases, baseUrl: BASE, now }))
      .route('/', publicRoutes({ publicBaseUrl: BASE, reads, now }));
  });
  afterAll(() => api.close());

  async function issue(more: object = {}): Promise<string> {
    const body = { recipient: { email: 'ada@example.org', name: 'Ada <i>' }, ...more };
    return (await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body })).body.id;
  }
  const make = (id: string, body?: object): Promise<Answer> =>
    api.call('POST', `/v1/credentials/${id}/claim-link`, { key: acme.key, ...(body === undefined ? {} : { body }) });
  const linkTo = async (id: string, body?: object): Promise<CreatedClaimLink> => (await make(id, body)).body;
  const get = async (url: string, headers: Record<string, string> = {}): Promise<Response> => app.request(url, { headers });
  const press = async (url: string): Promise<Response> => app.request(url, { method: 'POST' });
  const answer = async (url: string, ...ticked: readonly string[]): Promise<Response> =>
    app.request(url, { method: 'POST', body: new URLSearchParams(ticked.map((name) => [name, 'yes'])) });
  /** The address of the learner's own page. */
  async function claim(id: string): Promise<string> {
    const { url } = await linkTo(id);
    const location = (await press(url)).headers.get('location');
    return `${BASE}${location}`;
  }
  const summary = async (id: string) => (await api.call('GET', `/v1/credentials/${id}`, { key: acme.key })).body;

  it('is answered once, stored as a hash, and as the provider sends it proves no address', async () => {
    const id = await issue();
    const link = await linkTo(id, { days: 3 });
    expect(link).toMatchObject({ credentialId: id, provesAddress: false });
    expect(Date.parse(link.expiresAt) - Date.parse(link.createdAt)).toBe(3 * 86_400_000);
    const token = /^http:\/\/localhost:3000\/claim\/(pm_claim_[\w-]{27})$/.exec(link.url)?.[1] ?? '';
    const { rows } = await api.database.pool.query('SELECT l::text AS text FROM claim_link l');
    for (const { text } of rows) expect(text).not.toContain(token);
    expect([redact(`/claim/${token}`), redact('/claim/pm_learner_x')]).toEqual(['/claim/pm_claim_…', '/claim/pm_learner_…']);
    const byService = await api.useCases.createClaimLink({ actor: acme.actor, input: { credentialId: id, sentBy: 'service' } });
    expect(byService).toMatchObject({ ok: true, value: { link: { provesAddress: true } } });
    const nobody = await issue({ recipient: { externalId: 'S-1' } });
    const without = await api.useCases.createClaimLink({ actor: acme.actor, input: { credentialId: nobody, sentBy: 'service' } });
    expect(without).toMatchObject({ ok: true, value: { link: { provesAddress: false, address: null } } });
  });

  it('shows the badge and changes nothing, however often programs open it', async () => {
    const id = await issue();
    const { url } = await linkTo(id);
    const before = await everything();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answered = await app.request(url, { method });
      expect(answered.status).toBe(200);
      expect(Object.fromEntries(answered.headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(/^default-src 'none'.*form-action 'self'; frame-ancestors 'none'$/),
      });
      const text = await answered.text();
      if (method === 'GET')
        expect(text).toMatch(/Ada &lt;i&gt;[\s\S]*Web &lt;b&gt;API&lt;\/b&gt; design[\s\S]*<form method="post"><button/);
      expect(text).not.toMatch(/<script(?! src)|<i>|<b>|set-cookie/i);
    }
    expect(await everything()).toBe(before);
  });
  async function everything(): Promise<string> {
    const text = `SELECT (SELECT json_agg(k) FROM claim_link k)::text || (SELECT json_agg(c) FROM credential c)::text || (SELECT count(*) FROM api_event) AS all`;
    return (await api.database.pool.query(text)).rows[0].all;
  }

  it('claims the badge by its button, once, and leads to a page that only the learner has', async () => {
    const id = await issue();
    const { url } = await linkTo(id);
    const pressed = await press(`${url}?lang=de`);
    expect([pressed.status, pressed.headers.get('set-cookie')]).toEqual([303, null]);
    expect(pressed.headers.get('location')).toMatch(/^\/claim\/pm_learner_[\w-]{27}\?lang=de$/);
    expect((await summary(id)).claimedAt).toBe(new Date(time).toISOString());
    const own = await get(`${BASE}${pressed.headers.get('location')}`);
    const text = await own.text();
    expect([own.status, text.includes('<html lang="de">')]).toEqual([200, true]);
    for (const part of [
      '.pdf"',
      '.json"',
      '.jwt"',
      '.png"',
      'linkedin.com/profile/add',
      '&lt;proofmark-badge',
      `${BASE}/credentials/${id}`,
    ])
      expect(text).toContain(part);
    const { rows } = await api.database.pool.query("SELECT type FROM api_event WHERE credential_id = $1 AND type LIKE '%claimed'", [id]);
    expect(rows).toEqual([{ type: 'credential.claimed' }]);
  });

  it('that was used says so to whoever opens it again, and gives them nothing of the badge', async () => {
    const id = await issue();
    const { url } = await linkTo(id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(url)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(7).fill(410)]);
    const text = await (await get(url)).text();
    expect(text).toMatch(/was claimed already[\s\S]*If it was you[\s\S]*If it was not you, tell/);
    expect(text).not.toMatch(/Ada|Web/);
    const { rows } = await api.database.pool.query("SELECT FROM api_event WHERE credential_id = $1 AND type = 'credential.claimed'", [id]);
    expect(rows).toHaveLength(1);
  });

  it('ends with a newer one, which takes what the one before it has opened once it is used', async () => {
    const id = await issue();
    const [first, second] = [await linkTo(id), await linkTo(id)];
    expect(await (await get(first.url)).text()).toContain('A newer link was made');
    expect((await press(first.url)).status).toBe(410);
    const own = `${BASE}${(await press(second.url)).headers.get('location')}`;
    const third = await linkTo(id);
    expect((await get(own)).status).toBe(200);
    const since = (await summary(id)).claimedAt;
    time += 1000;
    const next = `${BASE}${(await press(third.url)).headers.get('location')}`;
    expect([(await get(own)).status, (await answer(own, 'page')).status, (await get(next)).status]).toEqual([410, 410, 200]);
    expect((await summary(id)).claimedAt).toBe(since);
  });

  it('runs out, and claims no badge that was withdrawn, replaced or erased meanwhile', async () => {
    const [old, revoked, renewed, erased] = [await issue(), await issue(), await issue(), await issue()];
    const links = {
      old: await linkTo(old, { days: 1 }),
      revoked: await linkTo(revoked),
      renewed: await linkTo(renewed),
      erased: await linkTo(erased),
    };
    await api.call('POST', `/v1/credentials/${revoked}/revoke`, { key: acme.key, body: { confirm: 'revoke' } });
    await api.call('POST', `/v1/credentials/${renewed}/renew`, { key: acme.key, body: {} });
    await api.call('POST', `/v1/credentials/${erased}/erase`, { key: acme.key, body: { confirm: 'erase' } });
    time += 2 * 86_400_000;
    const said = async ({ url }: CreatedClaimLink) => {
      const [pressed, text] = [(await press(url)).status, await (await get(url)).text()];
      return [pressed, /<h1>([^<]*)<\/h1>/.exec(text)?.[1]];
    };
    expect(await said(links.old)).toEqual([410, 'This link has run out']);
    expect(await said(links.revoked)).toEqual([410, 'This badge cannot be claimed any more']);
    expect(await said(links.renewed)).toEqual([410, 'This badge cannot be claimed any more']);
    expect(await said(links.erased)).toEqual([404, 'This link leads to no badge']);
    expect((await make(revoked)).body.code).toBe('conflict');
    expect((await make(renewed)).body.code).toBe('conflict');
    expect((await make(erased)).status).toBe(410);
  });

  it.each([
    'x',
    'pm_claim_',
    `pm_claim_${'A'.repeat(27)}`,
    `pm_learner_${'A'.repeat(27)}`,
    `pm_view_${'A'.repeat(43)}`,
    `pm_claim_${'A'.repeat(9000)}`,
  ])('that never was one leads nowhere: %#', async (token) => {
    const url = `${BASE}/claim/${token}`;
    expect([(await get(url)).status, (await press(url)).status]).toEqual([404, 404]);
    expect((await app.request(url, { method: 'PUT' })).status).toBe(405);
  });

  describe('leads to what the learner decides:', () => {
    const page = async (id: string) => get(`${BASE}/credentials/${id}`, { accept: 'text/html' });

    it('nothing is ticked beforehand, and search engines are kept out until they agree', async () => {
      const id = await issue();
      expect((await page(id)).headers.get('x-robots-tag')).toBe('noindex');
      const own = await claim(id);
      expect(await (await get(own)).text()).toMatch(/You have not answered yet/);
      expect(await (await get(own)).text()).not.toMatch(/ checked>/);
      const saved = await answer(own, 'page', 'search');
      expect([saved.status, `${BASE}${saved.headers.get('location')}`]).toEqual([303, own]);
      expect((await page(id)).headers.has('x-robots-tag')).toBe(false);
      expect((await (await get(own)).text()).match(/ checked>/g)).toHaveLength(2);
      const { rows } = await api.database.pool.query('SELECT page, search, copies, archives, at FROM consent WHERE credential_id = $1', [
        id,
      ]);
      expect(rows).toEqual([{ page: true, search: true, copies: null, archives: null, at: new Date(time) }]);
    });

    it('without a page, people see nothing of the badge at its address, and programs still check it', async () => {
      const id = await issue();
      const own = await claim(id);
      await answer(own, 'search');
      const hidden = await page(id);
      const text = await hidden.text();
      expect([hidden.status, text.includes('shows no page of it')]).toEqual([404, true]);
      expect(text).not.toMatch(/Ada|Web/);
      expect((await get(`${BASE}/credentials/${id}/preview.png`)).status).toBe(404);
      expect((await get(`${BASE}/oembed?url=${encodeURIComponent(`${BASE}/credentials/${id}`)}`)).status).toBe(404);
      const json = await get(`${BASE}/credentials/${id}.json`);
      expect([json.status, json.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
      const shown = await (await get(own)).text();
      expect(shown).toContain('.json"');
      expect(shown).not.toMatch(/linkedin|proofmark-badge src/);
      await answer(own, 'page');
      expect((await page(id)).status).toBe(200);
    });

    it('what they answered holds for the badge that renews or corrects it', async () => {
      const id = await issue();
      await answer(await claim(id));
      const renewed = (await api.call('POST', `/v1/credentials/${id}/renew`, { key: acme.key, body: {} })).body.id;
      expect((await page(renewed)).status).toBe(404);
      const body = { recipient: { name: 'Ada Lovelace' } };
      const corrected = (await api.call('POST', `/v1/credentials/${renewed}/correct`, { key: acme.key, body })).body.id;
      expect((await page(corrected)).status).toBe(404);
    });

    it('copies that they do not want are deleted, and nothing says any more that they are there', async () => {
      const id = await issue();
      const key = [acme.issuer.id, id];
      await api.database.pool.query(
        "INSERT INTO capture (issuer_id, credential_id, n, media_type, bytes, created_at) VALUES ($1, $2, 1, 'text/html', 'x', now())",
        key,
      );
      await api.database.pool.query(
        `INSERT INTO archive_request (issuer_id, credential_id, n, archive, url, state, attempts, at, asked_at)
         VALUES ($1, $2, 1, 'wayback', 'https://learner.example/', 'requested', 0, now(), now()),
           ($1, $2, 1, 'software-heritage', 'https://learner.example/', 'kept', 1, now(), now())`,
        key,
      );
      const kept = [
        { by: 'issuer', url: `${BASE}/credentials/${id}/captures/1`, state: 'kept', at: '2026-11-29T09:00:00Z', digestSRI: null },
        { by: 'wayback', url: null, state: 'requested', at: '2026-11-29T09:00:00Z', digestSRI: null },
      ];
      await api.database.pool.query('UPDATE credential SET evidence_findings = $2 WHERE id = $1', [
        id,
        JSON.stringify([{ id: 'https://learner.example/', kept }]),
      ]);
      const own = await claim(id);
      expect(await (await get(own)).text()).toMatch(/may keep public copies[\s\S]*archives may be asked/);
      await answer(own, 'page', 'copies', 'archives');
      expect((await get(`${BASE}/credentials/${id}/captures/1`)).status).toBe(200);
      await answer(own, 'page');
      expect((await get(`${BASE}/credentials/${id}/captures/1`)).status).toBe(404);
      const found = await api.database.pool.query('SELECT evidence_findings AS f FROM credential WHERE id = $1', [id]);
      expect(found.rows[0].f[0].kept).toEqual([kept[1]]);
      const asked = await api.database.pool.query('SELECT archive FROM archive_request WHERE credential_id = $1', [id]);
      expect(asked.rows).toEqual([{ archive: 'software-heritage' }]);
      const { rows } = await api.database.pool.query('SELECT copies, archives FROM consent WHERE credential_id = $1 ORDER BY seq', [id]);
      expect(rows).toEqual([
        { copies: true, archives: true },
        { copies: false, archives: false },
      ]);
    });

    it('their answers are in what they can ask for of what is kept', async () => {
      const id = await issue({ recipient: { email: 'grace@example.org' } });
      await answer(await claim(id), 'page');
      const { recipient } = await summary(id);
      const { body } = await api.call('GET', `/v1/recipients/${recipient.id}/export`, { key: acme.key });
      const given = { at: new Date(time).toISOString(), page: true, search: false, copies: null, archives: null };
      expect(body.credentials).toMatchObject([{ id, consents: [given] }]);
    });

    it('and all of it goes with the badge that is erased', async () => {
      const id = await issue();
      const own = await claim(id);
      await answer(own, 'page');
      await api.call('POST', `/v1/credentials/${id}/erase`, { key: acme.key, body: { confirm: 'erase' } });
      expect([(await get(own)).status, (await answer(own)).status]).toEqual([404, 404]);
      const { rows } = await api.database.pool.query('SELECT FROM consent WHERE credential_id = $1', [id]);
      expect(rows).toEqual([]);
    });
  });

  it('is counted and listed by whether it was used', async () => {
    const globex = await makeTenant(api, 'globex');
    const path = `/v1/achievements/${globex.achievement.id}/credentials`;
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1)
      ids.push((await api.call('POST', path, { key: globex.key, body: { recipient: { email: `p${n}@example.org` } } })).body.id);
    for (const id of ids.slice(0, 2)) {
      const { url } = (await api.call('POST', `/v1/credentials/${id}/claim-link`, { key: globex.key })).body;
      if (id === ids[0]) await press(url);
    }
    await api.call('POST', `/v1/credentials/${ids[3]}/revoke`, { key: globex.key, body: { confirm: 'revoke' } });
    expect((await api.call('GET', '/v1/claims', { key: globex.key })).body).toEqual({ claimed: 1, unclaimed: 2, linked: 1 });
    expect((await api.call('GET', `/v1/claims?issuer=${globex.issuer.id}&achievement=${acme.achievement.id}`)).body).toEqual({
      claimed: 0,
      unclaimed: 0,
      linked: 0,
    });
    const listed = async (word: string) =>
      (await api.call('GET', `/v1/credentials?claimed=${word}`, { key: globex.key })).body.data.map(({ id }: { id: string }) => id);
    expect([await listed('yes'), await listed('no')]).toEqual([[ids[0]], ids.slice(1)]);
    expect(
      (await api.call('POST', '/v1/credentials/search', { key: globex.key, body: { claimed: 'yes', email: 'p0@example.org' } })).body.data,
    ).toHaveLength(1);
  });
});
