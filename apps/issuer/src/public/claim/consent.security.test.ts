import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, type Tenant } from '../../issuing/issuing.fixture.js';
import type { Api } from '../../routes/v1/api.fixture.js';
import { ClaimStage } from './claim.fixture.js';

// T26: what the world sees of a badge is what its learner agreed to.

describe('the learner decides:', () => {
  const stage = new ClaimStage();
  const { issue, get, answer, claim, summary } = stage;
  let api: Api;
  let acme: Tenant;
  beforeAll(async () => {
    await stage.open();
    ({ api, acme } = stage);
  });
  afterAll(() => stage.close());

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
    const { rows } = await api.database.pool.query('SELECT page, search, copies, archives, at FROM consent WHERE credential_id = $1', [id]);
    expect(rows).toEqual([{ page: true, search: true, copies: null, archives: null, at: new Date(stage.time) }]);
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

  const copy = (id: string) =>
    api.database.pool.query(
      "INSERT INTO capture (issuer_id, credential_id, n, media_type, bytes, created_at) VALUES ($1, $2, 1, 'text/html', 'x', now())",
      [acme.issuer.id, id],
    );
  const correct = async (id: string, recipient: object): Promise<string> =>
    (await api.call('POST', `/v1/credentials/${id}/correct`, { key: acme.key, body: { recipient } })).body.id;
  const renew = async (id: string): Promise<string> =>
    (await api.call('POST', `/v1/credentials/${id}/renew`, { key: acme.key, body: {} })).body.id;
  const captured = async (id: string) => (await get(`${BASE}/credentials/${id}/captures/1`)).status;

  it('a no holds for all versions of the badge: those before it lose their page and their copies, those after it as well', async () => {
    const first = await issue();
    await copy(first);
    const own = await claim(first);
    const second = await correct(first, { name: 'Ada Lovelace' });
    const seconds = await claim(second);
    const third = await renew(second);
    await copy(third);
    expect([await captured(first), await captured(second), await captured(third)]).toEqual([200, 200, 200]);
    await answer(seconds);
    for (const id of [first, second, third]) expect([id, (await page(id)).status, await captured(id)]).toEqual([id, 404, 404]);
    const text = "SELECT credential_id AS id FROM api_event WHERE type = 'consent.changed' AND credential_id = ANY ($1) ORDER BY 1";
    expect((await api.database.pool.query(text, [[first, second, third]])).rows.map(({ id }) => id)).toEqual([first, second, third].sort());
    await answer(own, 'page', 'search');
    for (const id of [first, second, third]) expect((await page(id)).status).toBe(200);
    expect((await page(third)).headers.has('x-robots-tag')).toBe(false);
    await answer(own, 'page');
    expect((await page(third)).headers.get('x-robots-tag')).toBe('noindex');
  });

  it('who had the badge by mistake agrees to nothing for the person whose it is, and decides nothing of it afterwards', async () => {
    const wrong = await issue({ recipient: { email: 'stranger@example.org', name: 'Ada' } });
    await copy(wrong);
    const strangers = await claim(wrong);
    await answer(strangers, 'page', 'search', 'copies');
    const right = await correct(wrong, { email: 'ada@example.org' });
    expect((await page(right)).headers.get('x-robots-tag')).toBe('noindex');
    expect((await api.database.pool.query('SELECT FROM consent WHERE credential_id = $1', [right])).rowCount).toBe(0);
    await answer(strangers);
    expect([(await page(right)).status, await captured(right), await captured(wrong)]).toEqual([200, 200, 404]);
    await answer(await claim(right), 'copies');
    await answer(strangers, 'page', 'search');
    expect([(await page(right)).status, (await page(wrong)).status]).toEqual([404, 404]);
  });

  it('a no is inherited, whoever gave it', async () => {
    const wrong = await issue({ recipient: { email: 'stranger@example.org', name: 'Ada' } });
    await answer(await claim(wrong));
    expect((await page(await correct(wrong, { email: 'ada@example.org' }))).status).toBe(404);
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

  it('what is no form is no answer, and what was not asked stays as it is', async () => {
    const id = await issue();
    await copy(id);
    const own = await claim(id);
    await answer(own, 'page', 'search', 'copies');
    const count = async () => (await api.database.pool.query('SELECT FROM consent WHERE credential_id = $1', [id])).rowCount;
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'multipart/form-data; boundary=x' }, {}]) {
      const answered = await stage.app.request(own, { method: 'POST', headers, body: new TextEncoder().encode('{}') });
      expect([answered.status, await count()]).toEqual([415, 1]);
    }
    expect([(await stage.send(own, {})).status, await count()]).toEqual([303, 1]);
    await stage.send(own, { asked: 'search' });
    expect([(await page(id)).status, (await page(id)).headers.get('x-robots-tag'), await captured(id)]).toEqual([200, 'noindex', 200]);
    const { rows } = await api.database.pool.query('SELECT page, search, copies, archives FROM consent WHERE credential_id = $1', [id]);
    expect(rows.at(-1)).toEqual({ page: true, search: false, copies: true, archives: null });
  });

  it('before copies are deleted they are asked once more, and until then nothing is saved', async () => {
    const id = await issue();
    await copy(id);
    const own = await claim(id);
    const asked = await stage.send(own, { asked: 'page search copies', page: 'yes' });
    const text = await asked.text();
    expect([asked.status, text.match(/<button/g)?.length, await captured(id)]).toEqual([200, 1, 200]);
    expect((await api.database.pool.query('SELECT FROM consent WHERE credential_id = $1', [id])).rowCount).toBe(0);
    const fields = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]);
    expect((await stage.send(own, Object.fromEntries(fields))).status).toBe(303);
    expect([await captured(id), (await page(id)).status, (await page(id)).headers.get('x-robots-tag')]).toEqual([404, 200, 'noindex']);
  });

  it('the sheet of a badge without a page is there for the learner alone', async () => {
    const id = await issue();
    const own = await claim(id);
    await answer(own);
    for (const [path, accept] of [
      ['.pdf', '*/*'],
      ['', 'application/pdf'],
    ] as const)
      expect((await get(`${BASE}/credentials/${id}${path}`, { accept })).status).toBe(404);
    const link = /href="([^"]*badge\.pdf)"/.exec(await (await get(own)).text())?.[1] ?? '';
    const sheet = await get(`${BASE}${link}`);
    expect([sheet.status, sheet.headers.get('content-type'), sheet.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect(new TextDecoder('latin1').decode(await sheet.arrayBuffer())).toMatch(/^%PDF-/);
    expect((await get(`${BASE}/claim/pm_learner_${'A'.repeat(27)}/badge.pdf`)).status).toBe(404);
    await answer(own, 'page');
    expect((await get(`${BASE}/credentials/${id}.pdf`)).status).toBe(200);
  });

  it('every address about a badge keeps search engines out until they agree', async () => {
    const id = await issue();
    const rest = ['', '.html', '.json', '.jwt', '.png', '.svg', '.pdf', '/status', '/qr.svg', '/preview.png', '/salt'];
    const more = ['/evidence-report', '/captures/1', '/work-log', `/endorsements/${id}`];
    const paths = [...rest, ...more].map((path) => `/credentials/${id}${path}`);
    paths.push(`/oembed?url=${encodeURIComponent(`${BASE}/credentials/${id}`)}`);
    const known = new Set(
      stage.app.routes.map(({ path }) => path).filter((path) => path.startsWith('/credentials/') || path === '/oembed'),
    );
    const covered = paths.map((path) =>
      path.startsWith('/oembed')
        ? '/oembed'
        : path.replace(/^\/credentials\/[^/]*/, '/credentials/:file').replace(/captures\/1/, 'captures/:n'),
    );
    expect(new Set(covered.map((path) => path.replace(/endorsements\/.*/, 'endorsements/:id')))).toEqual(known);
    const marks = async () => Promise.all(paths.map(async (path) => [path, (await get(`${BASE}${path}`)).headers.get('x-robots-tag')]));
    expect((await marks()).filter(([, mark]) => !mark?.startsWith('noindex'))).toEqual([]);
    await answer(await claim(id), 'page', 'search');
    expect((await marks()).filter(([, mark]) => mark !== null)).toEqual([]);
  });

  it('their answers are in what they can ask for of what is kept', async () => {
    const id = await issue({ recipient: { email: 'grace@example.org' } });
    await answer(await claim(id), 'page');
    const { recipient } = await summary(id);
    const { body } = await api.call('GET', `/v1/recipients/${recipient.id}/export`, { key: acme.key });
    const given = { at: new Date(stage.time).toISOString(), page: true, search: false, copies: null, archives: null };
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
