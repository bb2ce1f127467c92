import { describe, expect, it } from 'vitest';
import { consolePages } from './console-pages.js';

const get = (path: string): Promise<Response> => Promise.resolve(consolePages().request(`http://localhost:3000${path}`));

describe('the console', () => {
  it('is a page that runs its own script and asks its own service alone', async () => {
    const answer = await get('/console/');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const page = await answer.text();
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('has its hashed files kept for ever, and the page asked for again', async () => {
    const page = await get('/console/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    const answer = await get(`/console/${script}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('answers nothing that was not built', async () => {
    for (const path of ['/console/../../package.json', '/console/assets/none.js', '/console/%2e%2e/package.json'])
      expect((await get(path)).status).toBe(404);
    expect((await get('/console')).headers.get('location')).toBe('/console/');
  });
});
