import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, page, type Site, site } from './site.fixture.js';

// T5, T22: what one page may cost the service.
let here: Site | undefined;
afterEach(() => here?.close());
const open = async (pages: Readonly<Record<string, Answer>>): Promise<Site> => {
  here = await site(pages);
  return here;
};

describe('a page that would cost too much', () => {
  it('gets nothing fetched beyond its limits: 10,000 pictures, a chain of imports, an endless one', async () => {
    const endless: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/css' });
      const more = (): void => void (response.writable && response.write('a{}'.repeat(20_000), () => setImmediate(more)));
      more();
    };
    const pictures = Array.from({ length: 10_000 }, (_, index) => `<img src="/${index}.png">`).join('');
    const { capture, asked } = await open({
      '/many': page(pictures),
      '/chain': page('<p>x', '<style>@import "/loop.css";</style>'),
      '/loop.css': ['text/css', '@import "/loop.css";'],
      '/endless': page('<p>x', '<link rel=stylesheet href="/endless.css">'),
      '/endless.css': endless,
    });
    expect(await capture('/many')).toMatchObject({ ok: true, notes: ['copy-incomplete'] });
    expect(asked.length).toBeLessThan(100);
    asked.length = 0;
    expect(await capture('/chain')).toMatchObject({ ok: true });
    expect(asked.length).toBeLessThan(10);
    expect(await capture('/endless')).toMatchObject({ ok: true, notes: ['copy-incomplete'] });
  });

  it('that never ends costs no more than its time', async () => {
    const { capture } = await open({
      '/': (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    });
    expect(await capture('/', 300)).toEqual({ ok: false, code: 'timeout' });
  });

  it.each([
    ['depth', '<div>'.repeat(300_000)],
    ['formatting without end', Array.from({ length: 60_000 }, (_, index) => `<b id=${index}><p>`).join('')],
    ['elements', '<br>'.repeat(400_000)],
    ['attributes', `<p ${Array.from({ length: 250_000 }, (_, index) => `a${index}`).join(' ')}>`],
    ['tables', '<table><a>'.repeat(100_000)],
  ])('is not read for ever: %s', async (_, body) => {
    const { capture } = await open({ '/': ['text/html', body] });
    const start = performance.now();
    expect(await capture()).toMatchObject({ ok: false });
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('makes no more of little than a copy may hold', async () => {
    const picture = `<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(2_900_000)}--></svg>`;
    const long = `/${'x'.repeat(300_000)}/`;
    const { capture, asked } = await open({
      '/p.svg': ['image/svg+xml', picture],
      '/one-picture': page('<img src="/p.svg">'.repeat(400)),
      '/one-background': page('<p>x', `<style>${'a{background:url(/p.svg)}'.repeat(400)}</style>`),
      '/one-style': page('<p style="background:url(/p.svg)">x'.repeat(400)),
      '/base': page('<a href=y>y</a>'.repeat(3_000), `<base href="${long}">`),
      '/links': page('<a href=y>y</a>'.repeat(10_000), `<base href="/${'x'.repeat(4000)}/">`),
      '/addresses': page('<p>x', `<style>${Array.from({ length: 20_000 }, (_, at) => `a{background:url(${at})}`).join('')}</style>`),
      '/attribute': ['text/html', `<p><b title="${long}">${'<p>x'.repeat(3_000)}`],
    });
    for (const path of ['/one-picture', '/one-background', '/one-style', '/addresses']) {
      expect(await capture(path)).toMatchObject({ ok: true, notes: ['copy-incomplete'] });
    }
    expect(asked.length).toBeLessThan(100);
    // A base beyond all measure is none.
    expect(await capture('/base')).toMatchObject({ ok: true });
    expect(await capture('/links')).toEqual({ ok: false, code: 'page-too-complex' });
    expect(await capture('/attribute')).toEqual({ ok: false, code: 'page-too-complex' });
  });
});
