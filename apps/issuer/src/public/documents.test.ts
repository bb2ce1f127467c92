import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unbakePng, unbakeSvg } from '@proofmark/credentials';
import { readDidDocument } from '@proofmark/proofs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACHIEVEMENT_ID, BADGE_ID, BASE, stored } from './badge/badge.fixture.js';
import { KEYS, type PublicService, publicService } from './public-routes.fixture.js';

const BADGE = `/credentials/${BADGE_ID}`;
const DID = 'did:web:badges.example:issuers:acme';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

const get = (...args: Parameters<PublicService['get']>) => service.get(...args);
const type = (answer: Response) => answer.headers.get('content-type');

describe('the issuer', () => {
  it('has a DID document that our verifier reads, with old keys and without a private part', async () => {
    const answer = await get('/issuers/acme/did.json');
    expect(type(answer)).toBe('application/json');
    const json = (await answer.json()) as never;
    const reading = readDidDocument(json, DID);
    if (!reading.ok) throw new Error(reading.code);
    expect(reading.document.assertionMethod).toEqual([...new Array(2)].flatMap(() => [`${DID}#ed`, `${DID}#p1`, `${DID}#p2`]));
    expect(reading.document.methods.every((method) => method.key.ok)).toBe(true);
    expect(JSON.stringify(json)).not.toContain('never-to-be-shown');
  });

  it('has its keys as a set, alone, and in the set of the host, each with its issuer', async () => {
    const set = (await (await get('/issuers/acme/jwks.json')).json()) as { keys: Record<string, string>[] };
    const all = await get('/.well-known/jwks.json', { accept: 'application/jwk-set+json' });
    expect(type(all)).toBe('application/jwk-set+json');
    const { keys } = (await all.json()) as typeof set;
    expect(keys.at(-1)).toEqual(set.keys[1]);
    expect(new Set(keys.map(({ kid }) => kid))).toEqual(new Set(set.keys.map(({ kid }) => kid)));
    expect(await (await get(`/.well-known/jwks.json?iss=${DID}`)).json()).toEqual(set);
    expect((await get('/.well-known/jwks.json?iss=did:web:badges.example:issuers:nobody')).status).toBe(404);
    expect(set.keys.map(({ kid, iss, alg }) => [kid, iss, alg])).toEqual([
      [`${DID}#ed`, DID, 'EdDSA'],
      [`${DID}#p1`, DID, 'ES256'],
      [`${DID}#p2`, DID, 'ES256'],
    ]);
    const one = (await (await get('/issuers/acme/keys/p1')).json()) as Record<string, string>;
    expect(one).toEqual(set.keys[1]);
    expect(one.x).toBe(KEYS.retired.x);
    expect(Object.keys(one)).not.toContain('d');
  });

  it.each([
    ['text/html', 'text/html; charset=utf-8'],
    ['application/ld+json', 'application/ld+json'],
    ['application/json', 'application/json'],
    ['application/did+ld+json', 'application/did+ld+json'],
  ])('answers %s', async (accept, expected) => {
    expect(type(await get('/issuers/acme', { accept }))).toBe(expected);
  });

  it('as a profile says what it says of itself', async () => {
    expect(await (await get('/issuers/acme', { accept: 'application/json' })).json()).toMatchObject({
      id: DID,
      type: ['Profile'],
      name: 'Acme Academy',
      url: 'https://acme.example/',
      description: 'We teach.',
    });
  });

  it.each([
    '/issuers/nobody',
    '/issuers/nobody/did.json',
    '/issuers/ACME',
    '/issuers/acme/keys/nope',
    '/issuers/%00',
    '/issuers/acme/keys/%00',
  ])('answers 404 to %s', async (path) => {
    expect((await get(path, { accept: 'application/json' })).status).toBe(404);
  });
});

describe('the achievement', () => {
  it('is a page, or the Achievement', async () => {
    const page = await get(`/achievements/${ACHIEVEMENT_ID}`, { accept: BROWSER });
    expect(await page.text()).toContain('at least one piece of work');
    const json = await (await get(`/achievements/${ACHIEVEMENT_ID}`, { accept: 'application/ld+json' })).json();
    expect(json).toMatchObject({ id: `${BASE}/achievements/${ACHIEVEMENT_ID}`, type: ['Achievement'], name: 'Web API design' });
    expect((json as { '@context': string[] })['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
  });

  it('has a picture, PNG unless SVG is liked better, with nothing baked in', async () => {
    const png = await get(`/achievements/${ACHIEVEMENT_ID}/image`, {
      accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
    });
    expect(type(png)).toBe('image/png');
    expect(await unbakePng(new Uint8Array(await png.arrayBuffer()), () => null)).toMatchObject({ ok: false, code: 'no-badge' });
    expect(type(await get(`/achievements/${ACHIEVEMENT_ID}/image`, { accept: 'image/svg+xml' }))).toBe('image/svg+xml');
  });

  it('shows the provider’s picture when there is one, and never lets it run', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>';
    await service.database.pool.query('UPDATE achievement SET image_media_type = $2, image_bytes = $3 WHERE id = $1', [
      ACHIEVEMENT_ID,
      'image/svg+xml',
      Buffer.from(svg),
    ]);
    try {
      const answer = await get(`/achievements/${ACHIEVEMENT_ID}/image`);
      expect(await answer.text()).toBe(svg);
      expect(answer.headers.get('content-security-policy')).toMatch(/sandbox$/);
      expect(unbakeSvg(await (await get(`${BADGE}.svg`)).text())).toMatchObject({ ok: true, text: stored() });
      expect(await (await get(`${BADGE}.svg`)).text()).toContain('<circle r="4"/>');
      expect(await unbakePng(new Uint8Array(await (await get(`${BADGE}.png`)).arrayBuffer()), () => null)).toMatchObject({ ok: true });
    } finally {
      await service.database.pool.query('UPDATE achievement SET image_media_type = NULL, image_bytes = NULL WHERE id = $1', [
        ACHIEVEMENT_ID,
      ]);
    }
  });
});

describe('the status list', () => {
  it.each([
    [undefined, 'application/ld+json'],
    ['application/ld+json, application/json', 'application/ld+json'],
    ['application/json', 'application/json'],
    ['application/vc', 'application/vc'],
    ['text/html', 'application/ld+json'],
  ])('Accept: %s → %s, kept as long as its ttl', async (accept, expected) => {
    const answer = await get(service.list, accept === undefined ? {} : { accept });
    expect(type(answer)).toBe(expected);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=120');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is found by the address that badges of earlier releases name', async () => {
    const answer = await get(service.oldList);
    expect([answer.status, (await answer.json()).id]).toEqual([200, `${BASE}${service.oldList}`]);
  });

  it.each([
    ...['999999', '0', '-1', '1e3', '99999999999999999999'].flatMap((list) => [`/status/${list}`, `/issuers/acme/status/${list}`]),
    // A list has one address, and none under another issuer.
    '/status/489187120471023',
    '/issuers/acme/status/3',
    '/issuers/other/status/489187120471023',
  ])('answers 404 to %s', async (path) => {
    expect((await get(path, { accept: 'application/json' })).status).toBe(404);
  });
});

describe('the other pages', () => {
  it('start with what the service is and an example', async () => {
    expect(await (await get('/')).text()).toContain(`${BASE}/credentials/${BADGE_ID}`);
  });

  it('explain every problem', async () => {
    expect(await (await get('/problems/evidence-required')).text()).toContain('<code>POST /v1/evidence/check</code>');
    expect((await get('/problems/nonsense')).status).toBe(404);
    expect((await get('/problems/constructor')).status).toBe(404);
  });

  it('say that there is nothing at an address that no route knows, as a page for people only', async () => {
    const page = await get('/nowhere', { accept: BROWSER });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('There is nothing at this address.');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(type(await get('/nowhere', { accept: 'application/json' }))).not.toContain('html');
  });

  it('find their style and script, which never change', async () => {
    const page = await (await get('/')).text();
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page)!;
    const style = await get(path);
    expect(type(style)).toBe('text/css; charset=utf-8');
    expect(style.headers.get('cache-control')).toContain('immutable');
    expect(path).toContain(
      createHash('sha256')
        .update(await style.text())
        .digest('hex')
        .slice(0, 12),
    );
  });
});

describe('compression', () => {
  const packed = (path: string, more: Record<string, string> = {}) => get(path, { 'accept-encoding': 'gzip, br', ...more });
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each([
    [BADGE, { accept: 'text/html' }],
    [BADGE, { accept: 'application/vc' }],
    [`${BADGE}.json`, {}],
    [`${BADGE}.svg`, {}],
    ['/issuers/acme', { accept: 'text/html' }],
  ])('makes %s %j smaller, and says so to caches', async (path, more) => {
    const plain = await get(path, more);
    const text = Buffer.from(await plain.arrayBuffer());
    const tags = new Set([plain.headers.get('etag')]);
    for (const coding of ['br', 'gzip'] as const) {
      const accepted = { ...more, 'accept-encoding': coding };
      const answer = await packed(path, accepted);
      expect([plain.headers.get('content-encoding'), answer.headers.get('content-encoding')]).toEqual([null, coding]);
      expect(answer.headers.get('content-type')).toBe(plain.headers.get('content-type'));
      for (const one of [plain, answer]) expect(one.headers.get('vary')).toMatch(/^Accept.*, Accept-Encoding$/);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([String(bytes.length), bytes.length < text.length * 0.75]).toEqual([answer.headers.get('content-length'), true]);
      expect(unpack[coding](bytes).equals(text)).toBe(true);
      tags.add(answer.headers.get('etag'));
      const known = await packed(path, { ...accepted, 'if-none-match': answer.headers.get('etag') ?? '' });
      expect([known.status, known.headers.get('vary')]).toEqual([304, plain.headers.get('vary')]);
    }
    // A strong tag names bytes, so each coding has its own.
    expect(tags.size).toBe(3);
  });

  it.each([`${BADGE}.png`, `${BADGE}/status`, `${BADGE}.jwt`])('leaves %s as it is', async (path) => {
    const answer = await packed(path);
    expect([answer.status, answer.headers.has('content-encoding')]).toEqual([200, false]);
  });

  it('keeps the type of a status list', async () => {
    const body = JSON.stringify({
      id: `${BASE}${service.list}`,
      credentialSubject: { ttl: 120_000, encodedList: 'u'.repeat(4000) },
    });
    await service.database.pool.query('UPDATE status_list_document SET body = $1, signed_at = now()', [body]);
    const answer = await packed(service.list, { accept: 'application/ld+json, application/json' });
    expect([answer.headers.get('content-type'), answer.headers.get('content-encoding')]).toEqual(['application/ld+json', 'br']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=120');
    expect(brotliDecompressSync(new Uint8Array(await answer.arrayBuffer())).toString('utf8')).toBe(body);
  });

  it('is made once of the files that pages use', async () => {
    const page = await (await get('/', { accept: 'text/html' })).text();
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
    const answer = await packed(sheet);
    expect([answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});
