import { unbakePng, unbakeSvg } from '@proofmark/credentials';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JWT, type PublicService, publicService, UNSIGNED_ID } from '../public-routes.fixture.js';
import { BADGE_ID, BASE, stored } from './badge.fixture.js';

const BADGE = `/credentials/${BADGE_ID}`;
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

const get = (...args: Parameters<PublicService['get']>) => service.get(...args);
const type = (answer: Response) => answer.headers.get('content-type');

describe('GET /credentials/{id}', () => {
  it.each([
    [BROWSER, 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    ['application/vc', 'application/vc'],
    ['application/vc+ld+json', 'application/vc+ld+json'],
    ['application/ld+json, application/json', 'application/ld+json'],
    ['application/json', 'application/json'],
    ['application/vc+jwt', 'application/vc+jwt'],
    ['application/jwt', 'application/jwt'],
    ['text/plain', 'text/plain; charset=utf-8'],
    ['image/png', 'image/png'],
    ['image/svg+xml,image/*;q=0.8', 'image/svg+xml'],
  ])('Accept: %s → %s', async (accept, expected) => {
    const answer = await get(BADGE, { accept });
    expect(answer.status).toBe(200);
    expect(type(answer)).toBe(expected);
    expect(answer.headers.get('vary')).toContain('Accept');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('link')).toContain(`<${BASE}${BADGE}.json>; rel="alternate"; type="application/vc"`);
  });

  it.each([
    ['.html', 'text/html; charset=utf-8'],
    ['.json', 'application/json'],
    ['.jsonld', 'application/ld+json'],
    ['.jwt', 'text/plain; charset=utf-8'],
    ['.png', 'image/png'],
    ['.svg', 'image/svg+xml'],
  ])('%s → %s, whatever a browser accepts', async (suffix, expected) => {
    expect(type(await get(`${BADGE}${suffix}`, { accept: BROWSER }))).toBe(expected);
  });

  it('lets Accept choose the name of the type of a suffix', async () => {
    expect(type(await get(`${BADGE}.json`, { accept: 'application/vc' }))).toBe('application/vc');
    expect(type(await get(`${BADGE}.jwt`, { accept: 'application/vc+jwt' }))).toBe('application/vc+jwt');
    expect(type(await get(`${BADGE}.json`, { accept: 'image/png' }))).toBe('application/json');
  });

  it('gives a script that names no type the badge and not the page', async () => {
    expect(type(await get(BADGE, { accept: '*/*', 'sec-fetch-dest': 'empty' }))).toBe('application/vc');
  });

  it('sends the very bytes that were stored', async () => {
    expect(await (await get(`${BADGE}.json`)).text()).toBe(stored());
    expect(await (await get(`${BADGE}.jwt`)).text()).toBe(JWT);
  });

  it('bakes the badge into both pictures', async () => {
    const png = new Uint8Array(await (await get(`${BADGE}.png`)).arrayBuffer());
    expect(await unbakePng(png, () => null)).toEqual({ ok: true, kind: 'json', marker: 'openbadges-3', text: stored() });
    expect(unbakeSvg(await (await get(`${BADGE}.svg`)).text())).toEqual({ ok: true, kind: 'json', marker: 'openbadges-3', text: stored() });
  });

  it('names the file after the badge', async () => {
    expect((await get(`${BADGE}.png`)).headers.get('content-disposition')).toBe(
      `inline; filename="Web API design.png"; filename*=UTF-8''Web%20API%20design.png`,
    );
    expect((await get(BADGE, { accept: BROWSER })).headers.get('content-disposition')).toBeNull();
  });

  it('lets nothing run in the page that is not its own, and nothing at all in a picture', async () => {
    const page = (await get(BADGE, { accept: BROWSER })).headers.get('content-security-policy')!;
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('unsafe');
    const picture = (await get(`${BADGE}.svg`)).headers.get('content-security-policy')!;
    expect(picture).toMatch(/sandbox$/);
    expect(picture).not.toContain('script-src');
  });

  it.each([BADGE, `${BADGE}.png`, '/', '/issuers/acme/did.json', '/.well-known/jwks.json'])(
    'answers 304 to who has %s already',
    async (path) => {
      const first = await get(path);
      const tag = first.headers.get('etag')!;
      expect(tag).toMatch(/^"[\w-]{27}"$/);
      for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
        const again = await get(path, { 'if-none-match': known });
        expect(again.status).toBe(304);
        expect(await again.text()).toBe('');
        expect(again.headers.get('etag')).toBe(tag);
        expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
      }
      expect((await get(path, { 'if-none-match': '"x"' })).status).toBe(200);
    },
  );

  it('has one tag for one form and media type', async () => {
    const tags = await Promise.all(
      ['application/vc', 'application/json', 'image/png', 'text/html'].map(async (accept) =>
        (await get(BADGE, { accept })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(4);
  });

  it('answers HEAD as GET without the body, and OPTIONS', async () => {
    const head = await get(`${BADGE}.json`, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(stored())));
    expect(await head.text()).toBe('');
    const options = await get(BADGE, {}, 'OPTIONS');
    expect(options.status).toBe(204);
    expect(options.headers.get('access-control-allow-methods')).toContain('GET');
  });

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await get(BADGE, { accept: 'application/json' }, method);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
  });

  it.each([
    ['/credentials/01981f2a-7c3e-7b52-9d41-000000000000', 'no such badge'],
    [`/credentials/${UNSIGNED_ID}`, 'one that was never signed, and so never given out'],
    ['/credentials/x', 'no id'],
    ["/credentials/1'; DROP TABLE credential; --", 'an attack'],
    ['/credentials/%00', 'NUL'],
    [`/credentials/${BADGE_ID.toUpperCase()}`, 'another spelling'],
    [`${BADGE}.exe`, 'an unknown suffix'],
    [`${BADGE}.png.html`, 'two suffixes'],
    [`${BADGE}.`, 'an empty suffix'],
    [`${BADGE}.constructor`, 'a suffix of the language'],
  ])('answers 404 to %s (%s), to people and programs alike', async (path) => {
    const problem = await get(path, { accept: 'application/json' });
    expect(problem.status).toBe(404);
    expect(type(problem)).toBe('application/problem+json');
    expect(await problem.json()).toMatchObject({ type: `${BASE}/problems/not-found`, code: 'not-found', status: 404 });
    const page = await get(path, { accept: BROWSER });
    expect(page.status).toBe(404);
    expect(type(page)).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('answers 406 with what there is', async () => {
    const answer = await get(BADGE, { accept: 'application/zip' });
    expect(answer.status).toBe(406);
    expect(((await answer.json()) as { detail: string }).detail).toContain('application/vc+jwt');
    expect(answer.headers.get('link')).toContain('.json>');
  });
});

describe('a badge that stands', () => {
  it('tells a verifier nothing more', async () => {
    expect(await (await get(`${BADGE}/status`)).json()).toEqual({ status: 'active' });
    expect((await get('/credentials/x/status')).status).toBe(404);
  });
});

describe('a withdrawn badge', () => {
  beforeAll(() => service.revoke('The work was copied.'));

  it('says so on its page, at once', async () => {
    const answer = await get(BADGE, { accept: BROWSER });
    expect(await answer.text()).toContain('The work was copied.');
    expect(answer.headers.get('cache-control')).toContain('max-age=60');
  });

  it('tells a verifier when and why', async () => {
    const answer = await get(`${BADGE}/status`);
    expect(await answer.json()).toEqual({ status: 'revoked', date: '2027-02-03T10:20:30Z', reason: 'The work was copied.' });
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('can still be had, unchanged', async () => {
    expect(await (await get(`${BADGE}.json`)).text()).toBe(stored());
  });
});
