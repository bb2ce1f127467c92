import { describe, expect, it } from 'vitest';
import { publicRoutes } from '../index.js';
import { STARTS, startText } from './start-page.js';
import { titleOf, writtenPage } from './written-page.js';

const app = publicRoutes({
  ...{ publicBaseUrl: 'http://localhost:3000', reads: {} as never, now: () => new Date(), exampleBadge: async () => null },
});

describe('the starts', () => {
  it.each(STARTS)('are pages of the service: %s', async (name) => {
    const answer = await app.request(`http://localhost:3000/start/${name}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).toContain(`<h1>${titleOf(startText(name) ?? '')}</h1>`);
    // No address of the folder is left.
    expect(page).not.toMatch(/href="(?!https?:\/\/|\/|#|\?)/);
  });

  it('have pictures, each of which is served, and nothing beside them', async () => {
    const asked = (path: string) => app.request(`http://localhost:3000${path}`);
    const pages = await Promise.all(STARTS.map(async (name) => (await asked(`/start/${name}`)).text()));
    const pictures = pages.flatMap((page) => [...page.matchAll(/<img[^>]*src="([^"]+)"[^>]*>/g)]);
    expect(pictures.length).toBeGreaterThan(5);
    for (const [tag, path] of pictures) {
      expect(tag).toMatch(/alt="[^"]{20,}"/);
      const answer = await asked(path ?? '');
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
    }
    for (const path of ['/start/pictures/none.png', '/start/pictures/..%2Fprovider.md', '/start/pictures/%2e%2e%2f%2e%2e%2foperating.md'])
      expect((await asked(path)).status).toBe(404);
  });

  it('are three', async () => {
    expect((await app.request('http://localhost:3000/start/operator')).status).toBe(404);
  });

  it('lead to each other, and to other documents as they are served', () => {
    const page = String(writtenPage('[a](learner.md#x) [b](../operating.md#y) [c](https://x.example/) [d](#e)\n\n## E', 'http://s'));
    expect(page).toContain('href="http://s/start/learner#x"');
    expect(page).toContain('href="http://s/docs/operating.md"');
    expect(page).toContain('href="https://x.example/"');
    expect(page).toContain('href="#e"');
    expect(page).toContain('<h2 id="e">');
  });
});
