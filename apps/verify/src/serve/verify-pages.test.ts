import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inLanguage } from './in-language.js';
import { verifyPages } from './verify-pages.js';

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(verifyPages().request(`http://localhost:3000${path}`, { headers }));

describe('the verification page', () => {
  it('redirects /verify to /verify/ and keeps the query', async () => {
    const answer = await get('/verify?url=https%3A%2F%2Fa.example%2F1');
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe('/verify/?url=https%3A%2F%2Fa.example%2F1');
  });

  it('is a page that may run only its own script', async () => {
    const answer = await get('/verify/');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; worker-src 'self' blob:;/,
    );
    const page = await answer.text();
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('allows no connection to the reader’s own machine from a public host', async () => {
    const answer = await verifyPages().request('https://badges.example/verify/');
    expect(answer.headers.get('content-security-policy')).not.toContain('http:');
  });

  it('caches hashed files for ever and always revalidates the page', async () => {
    const page = await get('/verify/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    const answer = await get(`/verify/${script}`);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  });

  it('serves its typeface from here, compressed as it is', async () => {
    const style = /href="\.\/(assets\/[^"]+\.css)"/.exec(await (await get('/verify/')).text())?.[1];
    const fonts = [...(await (await get(`/verify/${style}`)).text()).matchAll(/url\(\.\/([\w.-]+\.woff2)\)/g)];
    expect(fonts).toHaveLength(2);
    for (const [, name] of fonts) {
      const answer = await get(`/verify/assets/${name}`, { 'accept-encoding': 'br' });
      expect(answer.headers.get('content-type')).toBe('font/woff2');
      expect(answer.headers.get('content-encoding')).toBeNull();
    }
  });

  it('serves the copy for a disk as a file that loads nothing', async () => {
    const answer = await get('/verify/proofmark-checker.html');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="proofmark-checker.html"');
    const page = await answer.text();
    expect(page).not.toMatch(/<script[^>]*\bsrc=|<link rel="stylesheet"/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).toMatch(/script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; worker-src blob:/);
  });

  it('has its own public address, whatever the request says', async () => {
    const app = verifyPages({ home: 'https://badges.example/"><script>' });
    for (const path of ['/verify/', '/verify/proofmark-checker.html']) {
      const page = await (await app.request(`https://evil.example${path}`)).text();
      expect(page).toContain('<proofmark-checker home="https://badges.example/&#34;&#62;&#60;script&#62;">');
      expect(page).not.toContain('evil.example');
    }
  });

  it('names the issuers that its operator trusts, in the page and in the copy for a disk', async () => {
    const app = verifyPages({ trusted: ['acme.example', 'did:web:"x"'] });
    for (const path of ['/verify/', '/verify/proofmark-checker.html'])
      expect(await (await app.request(`http://localhost${path}`)).text()).toContain(
        '<proofmark-checker trusted="acme.example did:web:&#34;x&#34;">',
      );
  });

  it('speaks the language that its address asks for, else the first of the browser’s that it has', async () => {
    const langOf = async (path: string, accepted: string): Promise<string | undefined> => {
      const answer = await get(path, { 'accept-language': accepted });
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      return /<html lang="(\w+)">/.exec(await answer.text())?.[1];
    };
    expect(await langOf('/verify/', 'ar, nl-BE;q=0.8, de;q=0.9')).toBe('de');
    expect(await langOf('/verify/?lang=fr', 'de')).toBe('fr');
    expect(await langOf('/verify/?lang=ar', 'es')).toBe('es');
    expect(await langOf('/verify/', 'de;q=0, ar')).toBe('en');
    expect(await langOf('/verify/', '')).toBe('en');
  });

  it('is all in one language, and in English what the built page says already', async () => {
    const german = await (await get('/verify/?lang=de')).text();
    expect(german).toMatch(/<h1 data-text="title">Einen Badge prüfen<\/h1>/);
    expect(german).not.toMatch(/Check a badge|Save this checker|JavaScript on/);
    const built = await readFile(new URL('../../dist/page/index.html', import.meta.url), 'utf8');
    expect(await inLanguage(built, 'en')).toBe(built);
  });

  it('is compressed: its files by the build, the page and the copy for a disk at the start', async () => {
    const page = await get('/verify/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(page.headers.get('content-encoding')).toBe('br');
    const text = brotliDecompressSync(new Uint8Array(await page.arrayBuffer())).toString('utf8');
    expect(text).toBe(await (await get('/verify/')).text());
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(text)?.[1];
    const answer = await get(`/verify/${script}`, { 'accept-encoding': 'br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    const built = await readFile(new URL(`../../dist/page/${script}.br`, import.meta.url));
    expect(Buffer.from(await answer.arrayBuffer()).equals(built)).toBe(true);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect((await get('/verify/proofmark-checker.html', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
    expect((await get(`/verify/${script}.br`)).status).toBe(404);
  });

  it('is answered with 304 to a client that has it', async () => {
    const etag = (await get('/verify/')).headers.get('etag') ?? '';
    expect((await get('/verify/', { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each(['/verify/../package.json', '/verify/%2e%2e/package.json', '/verify/..%2fpackage.json', '/verify/assets', '/verify/index.html/'])(
    'answers 404 to %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
