import type { CreatedClaimLink } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import type { Api } from '../../routes/v1/api.fixture.js';
import { redact } from '../../server/logger.js';
import { ClaimStage } from './claim.fixture.js';

// T13, T15, T19, T26: who claims a badge, and what the world sees of it.

describe('a claim link', () => {
  const stage = new ClaimStage();
  const { issue, make, linkTo, get, press, answer, summary } = stage;
  let api: Api;
  let acme: Tenant;
  beforeAll(async () => {
    await stage.open();
    ({ api, acme } = stage);
  });
  afterAll(() => stage.close());

  it('is answered once, stored as a hash, and as the provider sends it proves no address', async () => {
    const id = await issue();
    const link = await linkTo(id, { days: 3 });
    expect(link).toMatchObject({ credentialId: id, provesAddress: false });
    expect(Date.parse(link.expiresAt) - Date.parse(link.createdAt)).toBe(3 * 86_400_000);
    const token = /^http:\/\/localhost:3000\/claim\/(pm_claim_[\w-]{27})$/.exec(link.url)?.[1] ?? '';
    const { rows } = await api.database.pool.query('SELECT l::text AS text FROM claim_link l');
    for (const { text } of rows) expect(text).not.toContain(token);
    expect([redact(`/claim/${token}`), redact('/claim/pm_learner_x')]).toEqual(['/claim/pm_claim_…', '/claim/pm_learner_…']);
  });

  it('shows the badge and changes nothing, however often programs open it', async () => {
    const id = await issue();
    const { url } = await linkTo(id);
    const before = await everything();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answered = await stage.app.request(url, { method });
      expect(answered.status).toBe(200);
      expect(Object.fromEntries(answered.headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(/^default-src 'none'.*form-action 'self'; frame-ancestors 'none'$/),
      });
      const text = await answered.text();
      if (method === 'GET')
        expect(text).toMatch(
          /Ada &lt;i&gt;[\s\S]*Web &lt;b&gt;API&lt;\/b&gt; design[\s\S]*<form method="post"><input type="hidden" name="page" value="[\w-]{22}"><button/,
        );
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
    expect((await summary(id)).claimedAt).toBe(new Date(stage.time).toISOString());
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

  it('leads to the same page of the learner when its form is sent again, as by a double click, and to none by the form of another page', async () => {
    const id = await issue();
    const { url } = await linkTo(id);
    const pageOf = async () => /name="page" value="([^"]*)"/.exec(await (await get(url)).text())?.[1] ?? '';
    const [page, other] = [await pageOf(), await pageOf()];
    expect([page.length, other === page]).toEqual([22, false]);
    const answers = await Promise.all(Array.from({ length: 4 }, () => stage.send(url, { page })));
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill(303));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    const own = `${BASE}${answers[0]?.headers.get('location')}`;
    expect((await get(own)).status).toBe(200);
    for (const wrong of [other, '', 'short', 'A'.repeat(22), `${page}A`]) expect((await stage.send(url, { page: wrong })).status).toBe(410);
    // Not even the page that claimed leads there once somebody else took the badge by a newer link.
    await press((await linkTo(id)).url);
    expect([(await get(own)).status, (await stage.send(url, { page })).status]).toEqual([410, 410]);
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
    stage.time += 1000;
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
    stage.time += 2 * 86_400_000;
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
    expect((await stage.app.request(url, { method: 'PUT' })).status).toBe(405);
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
