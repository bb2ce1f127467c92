import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BADGE_ID, BASE } from './badge/badge.fixture.js';
import { type PublicService, publicService, UNSIGNED_ID } from './public-routes.fixture.js';

let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

const address = `${BASE}/credentials/${BADGE_ID}`;
const ask = (query: Record<string, string>): Promise<Response> => service.get(`/oembed?${new URLSearchParams(query)}`);

describe('GET /oembed', () => {
  it('is found from the page of a badge, in its head and by a Link header', async () => {
    const page = await service.get(`/credentials/${BADGE_ID}`, { accept: 'text/html' });
    const link = /<([^>]+)>; rel="alternate"; type="application\/json\+oembed"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    expect(await page.text()).toContain(`type="application/json+oembed" href="${link.replaceAll('&', '&amp;')}"`);
    const answer = await service.get(link.slice(BASE.length));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Ada Lovelace earned Web API design',
      provider_url: `${BASE}/`,
    });
  });

  it.each(['', '.svg', '.png', '?utm_source=x', '#top'])('knows a badge by its address with %j', async (end) => {
    expect((await ask({ url: address + end, maxwidth: '320' })).status).toBe(200);
  });

  it.each([
    '',
    'https://elsewhere.example/credentials/1',
    `${BASE}.evil.example/credentials/${BADGE_ID}`,
    `${BASE}/issuers/acme`,
    `${BASE}/credentials/${UNSIGNED_ID}`,
    `${address}.exe`,
    `${address}/status`,
  ])('answers 404 to %j', async (url) => {
    expect((await ask({ url })).status).toBe(404);
  });

  it('answers 501 to XML, and overlooks a size that is none', async () => {
    expect((await ask({ url: address, format: 'xml' })).status).toBe(501);
    for (const maxwidth of ['0', '-1', '1e9', 'wide'])
      expect(await (await ask({ url: address, maxwidth })).json()).toMatchObject({ width: 448 });
  });
});
