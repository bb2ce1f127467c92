import type { CreatedViewingLink, ViewingLink } from '@proofmark/schemas/api';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import type { UseCases } from '../../issuing/use-cases.js';
import { type Answer, type Api, startApi } from '../../routes/v1/api.fixture.js';
import { redact } from '../../server/logger.js';
import { viewRoutes } from './index.js';

// T13 and T26: private work of others, and who learns of its address.

const SECRET = '%PDF-1.7 a secret';
const work = { private: true, name: 'Report <b>', mediaType: 'application/pdf', content: Buffer.from(SECRET).toString('base64') };

describe('viewing links', () => {
  let api: Api;
  let acme: Tenant;
  let app: Hono;
  let time: number;
  let badge: string;
  let useCases: UseCases;
  beforeAll(async () => {
    api = await startApi();
    time = Date.now();
    useCases = api.with({ clock: { now: () => new Date(time) } });
    acme = await makeTenant(api, 'acme');
    app = new Hono().route('/', viewRoutes(useCases, BASE));
    badge = await issue([work]);
  });
  afterAll(() => api.close());

  async function issue(evidence: readonly object[]): Promise<string> {
    const body = { recipient: { email: 'ada@example.org' }, evidence };
    return (await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body })).body.id;
  }
  const make = (body: object = { for: 'Initech' }, id = badge): Promise<Answer> =>
    api.call('POST', `/v1/credentials/${id}/viewing-links`, { key: acme.key, body });
  const made = async (body?: object): Promise<CreatedViewingLink> => (await make(body)).body;
  const list = async (id = badge): Promise<readonly ViewingLink[]> =>
    (await api.call('GET', `/v1/credentials/${id}/viewing-links?limit=100`, { key: acme.key })).body.data;
  const told = async ({ id }: ViewingLink): Promise<ViewingLink | undefined> => (await list()).find((link) => link.id === id);
  const ask = async ({ url }: { readonly url: string }, method = 'GET'): Promise<Response> => app.request(url, { method });

  it('are answered once, and stored as a hash', async () => {
    const link = await made({ for: 'Initech', days: 3, maxViews: 2 });
    expect(link).toMatchObject({
      credentialId: badge,
      for: 'Initech',
      state: 'open',
      maxViews: 2,
      views: 0,
      viewedAt: [],
      revokedAt: null,
    });
    expect(link.evidence).toMatch(/^urn:uuid:/);
    expect(Date.parse(link.expiresAt) - Date.parse(link.createdAt)).toBe(3 * 86_400_000);
    const token = /^http:\/\/localhost:3000\/view\/(pm_view_[\w-]{43})$/.exec(link.url)?.[1] ?? '';
    const { rows } = await api.database.pool.query('SELECT l::text AS text FROM viewing_link l');
    for (const { text } of rows) expect(text).not.toContain(token);
    expect(await told(link)).not.toHaveProperty('url');
    expect(redact(`/view/${token}`)).toBe('/view/pm_view_…');
  });

  it('lead to a page first, which is no viewing and shows nothing of the work', async () => {
    const link = await made({ for: '<i>Initech</i>', maxViews: 1 });
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await ask(link, method);
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
      const text = await answer.text();
      if (method === 'GET') expect(text).toMatch(/Report &lt;b&gt;[\s\S]*<form method="post"><p><button/);
      expect(text).not.toMatch(/secret|<i>|<b>/);
    }
    expect(await told(link)).toMatchObject({ state: 'open', views: 0 });
  });

  it('open the work by its button, and each time is written down', async () => {
    const link = await made({ for: 'Initech', maxViews: 2 });
    const answer = await ask(link, 'POST');
    expect(await answer.text()).toBe(SECRET);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment/),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    time += 60_000;
    await ask(link, 'POST');
    expect(await told(link)).toMatchObject({
      state: 'used-up',
      views: 2,
      viewedAt: [new Date(time).toISOString(), new Date(time - 60_000).toISOString()],
    });
    expect([(await ask(link)).status, (await ask(link, 'POST')).status]).toEqual([404, 404]);
    const { rows } = await api.database.pool.query('SELECT * FROM viewing LIMIT 1');
    expect(Object.keys(rows[0]).sort()).toEqual(['at', 'credential_id', 'issuer_id', 'link_id', 'seq']);
  });

  it('are not opened more often than they may be, by however many at once', async () => {
    const link = await made({ for: 'Initech', maxViews: 3 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(link, 'POST')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(await told(link)).toMatchObject({ views: 3, state: 'used-up' });
  });

  it('that were made before links carried the number of their issuer still open', async () => {
    const link = await made({ for: 'Hooli' });
    const token = `pm_view_${'Zm9v'.repeat(10)}Zm8`;
    const text = "UPDATE viewing_link SET token_hash = sha256(convert_to($1, 'UTF8')) WHERE id = $2";
    await api.database.pool.query(text, [token, link.id]);
    const old = { ...link, url: `${BASE}/view/${token}` };
    expect([(await ask(old)).status, (await ask(old, 'POST')).status, (await ask(link)).status]).toEqual([200, 200, 404]);
    expect(await told(link)).toMatchObject({ views: 1 });
  });

  it('run out, and can be ended; all that no longer work answer alike', async () => {
    const [short, ended] = [await made({ for: 'A', days: 1 }), await made({ for: 'B' })];
    const path = `/v1/credentials/${badge}/viewing-links/${ended.id}`;
    for (const _ of [1, 2]) expect((await api.call('DELETE', path, { key: acme.key })).status).toBe(204);
    time += 86_400_000;
    const never = { url: `${BASE}/view/pm_view_${'A'.repeat(43)}` };
    const answers = await Promise.all(
      [short, ended, never, { url: `${BASE}/view/x` }].map(async (link) => [
        (await ask(link, 'POST')).status,
        await (await ask(link)).text(),
      ]),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect((await told(ended))?.state).toBe('revoked');
    expect(new Date((await told(short))?.expiresAt ?? '').getTime()).toBeLessThanOrEqual(time);
    expect((await ask(never, 'PUT')).status).toBe(405);
  });

  it('name the work where a badge has several pieces, and are not made where it has none', async () => {
    const two = await issue([work, { ...work, name: 'Other' }, { ...work, content: undefined, digestMultibase: `uEiA${'A'.repeat(42)}A` }]);
    expect((await make({ for: 'A' }, two)).body.errors).toMatchObject([{ pointer: '/evidence', code: 'required' }]);
    const { credential } = (await api.call('GET', `/v1/credentials/${two}`, { key: acme.key })).body;
    const [, second, digestOnly] = credential.evidence;
    expect((await make({ for: 'A', evidence: second.id }, two)).body).toMatchObject({ evidence: second.id });
    expect((await make({ for: 'A', evidence: digestOnly.id }, two)).body.errors).toMatchObject([
      { pointer: '/evidence', code: 'no-such-value' },
    ]);
    expect((await make({ for: 'A' }, await issue([]))).status).toBe(404);
  });

  it('end with the badge that is erased', async () => {
    const id = await issue([work]);
    const link = (await make({ for: 'A' }, id)).body;
    await ask(link, 'POST');
    expect((await api.call('POST', `/v1/credentials/${id}/erase`, { key: acme.key, body: { confirm: 'erase' } })).status).toBeLessThan(300);
    expect((await ask(link, 'POST')).status).toBe(404);
    expect((await make({ for: 'A' }, id)).status).toBe(410);
    const { rows } = await api.database.pool.query('SELECT count(*)::int AS n FROM viewing WHERE credential_id = $1', [id]);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
