import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docsRoutes } from './index.js';

const app = docsRoutes('http://localhost:3000');

describe('the browsable reference', () => {
  it('loads nothing but its own files, and each of them is there', async () => {
    const page = await app.request('http://localhost:3000/docs');
    const html = await page.text();
    const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) => new URL(link, 'http://localhost:3000/docs'));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link.host).toBe('localhost:3000');
      expect((await app.request(link.href)).status).toBe(200);
    }
    expect(html).not.toMatch(/<script>|style=|onload=/);
  });

  it('begins with a first badge, and leads to each page of the documentation', async () => {
    const { info } = await (await app.request('http://localhost:3000/openapi.json')).json();
    expect(info.description).toMatch(/## Quick start[\s\S]*createIssuer[\s\S]*createAchievement[\s\S]*issueCredential[\s\S]*## Read on/);
    const pages = [...info.description.matchAll(/\((http:\/\/localhost:3000\/docs\/[\w-]+\.md)\)/g)].map(([, url]) => url as string);
    expect(pages.length).toBeGreaterThanOrEqual(8);
    for (const page of pages) {
      const answer = await app.request(page);
      expect([answer.status, answer.headers.get('content-type')], page).toEqual([200, 'text/plain; charset=utf-8']);
      expect(await answer.text()).toMatch(/^# /);
    }
    expect((await app.request('http://localhost:3000/docs/decisions/README.md')).status).toBe(404);
  });

  it('runs under a policy without exceptions', async () => {
    const policy = (await app.request('http://localhost:3000/docs')).headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each(['/openapi.json', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css'])('compresses %s', async (path) => {
    const plain = await (await app.request(`http://localhost:3000${path}`)).arrayBuffer();
    const packed = await app.request(`http://localhost:3000${path}`, { headers: { 'accept-encoding': 'br, gzip' } });
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['br', 'Accept-Encoding']);
    const bytes = new Uint8Array(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(plain.byteLength / 3);
    expect(brotliDecompressSync(bytes).equals(new Uint8Array(plain))).toBe(true);
  });

  it('answers 304 to those who have it', async () => {
    const first = await app.request('http://localhost:3000/openapi.json');
    const again = await app.request('http://localhost:3000/openapi.json', { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
  });
});
