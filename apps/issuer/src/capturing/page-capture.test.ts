import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, PNG_BYTES, PNG_URI, page, type Site, site } from './site.fixture.js';

let here: Site | undefined;
afterEach(() => here?.close());
const open = async (pages: Readonly<Record<string, Answer>>): Promise<Site> => {
  here = await site(pages);
  return here;
};
const png: Answer = ['image/png', PNG_BYTES];

describe('a copy of a page', () => {
  it('is one document with its styles and pictures in it', async () => {
    const { copy } = await open({
      '/': page(
        '<img src="a.png" alt="A"><img src="/a.png"><div style="background:url(a.png)"></div><svg><image href="a.png"/></svg>',
        '<link rel="stylesheet" href="/css/main.css" media="screen"><style>b{background:url("a.png")}</style>',
      ),
      '/a.png': png,
      '/css/main.css': ['text/css', '@import "more.css" print;\na{background:url(../a.png)}'],
      '/css/more.css': ['text/css', 'i{background:url(/a.png)}'],
    });
    const text = await copy();
    expect(text.split(PNG_URI)).toHaveLength(8);
    expect(text).toContain('<style media="screen">@media print {i{background:url("data:');
    expect(text).not.toMatch(/a\.png|main\.css|more\.css/);
    expect(text).toContain('<img alt="A" src="data:image/png');
  });

  it('asks for each picture once', async () => {
    const { copy, asked } = await open({
      '/': page('<img src="a.png"><img src="./a.png"><b style="background:url(a.png)">'),
      '/a.png': png,
    });
    await copy();
    expect(asked).toEqual(['/', '/a.png']);
  });

  it('resolves addresses against where the page came from, and its own base', async () => {
    const { copy, asked } = await open({
      '/app': (_request, response) => void response.writeHead(302, { location: '/deep/app/' }).end(),
      '/deep/app/': page('<img src="one.png"><a href="next">on</a>'),
      '/based': page('<img src="two.png"><a href="#part">part</a>', '<base href="/assets/"><base href="/wrong/">'),
    });
    const text = await copy('/app');
    expect(text).toContain(`href="${here?.server.origin}/deep/app/next"`);
    expect(await copy('/based')).toContain('href="#part"');
    expect(asked).toEqual(['/app', '/deep/app/', '/deep/app/one.png', '/based', '/assets/two.png']);
  });

  it('says first what it is: a copy, of what, and from when', async () => {
    const { copy, server } = await open({ '/x?a=1&b=<2>': page('<p>Hi'), '/x?a=1&b=%3C2%3E': page('<p>Hi') });
    const text = await copy('/x?a=1&b=<2>');
    expect(text).toContain(`A copy of ${server.origin}/x?a=1&amp;b=%3C2%3E as it was at 2026-11-22 09:00 UTC`);
    expect(text.indexOf('A copy of')).toBeLessThan(text.indexOf('Hi'));
  });

  it('shows what the page shows without scripts', async () => {
    const { copy } = await open({
      '/': page('<noscript><p>Plain table</p></noscript><picture><source srcset="a.webp"><img srcset="a.png 1x, b.png 2x"></picture>'),
      '/a.png': png,
    });
    const text = await copy();
    expect(text).toContain('<p>Plain table</p>');
    expect(text).not.toMatch(/noscript|srcset|source/);
    expect(text).toContain(`<img src="${PNG_URI}">`);
  });

  it.each([
    ['<meta charset="windows-1252">', Buffer.from('caf\xe9', 'latin1'), 'café'],
    ['', Buffer.from('café 日本', 'utf8'), 'café 日本'],
    ['', Buffer.from('caf\xe9', 'latin1'), 'café'],
    ['<meta http-equiv="content-type" content="text/html; charset=iso-8859-7">', Buffer.from('\xe1', 'latin1'), 'α'],
    ['<meta charset="no-such">', Buffer.from('café', 'utf8'), 'café'],
  ])('reads the encoding that the page declares (%s)', async (head, body, expected) => {
    const filler = Buffer.from(`<p>${'x'.repeat(100)}`);
    const { copy } = await open({ '/': ['text/html', Buffer.concat([Buffer.from(`<!doctype html>${head}<p>`), body, filler])] });
    const text = await copy();
    expect(text).toContain(`<p>${expected}</p>`);
    expect(text).toContain('<meta charset="utf-8">');
  });

  it('says when parts of it are missing, and shows nothing in their place', async () => {
    const { capture } = await open({ '/': page('<img src="gone.png" alt="A chart">', '<link rel="stylesheet" href="gone.css">') });
    expect(await capture()).toMatchObject({ ok: true, notes: ['copy-incomplete'] });
  });

  it.each([
    [
      'an application that only scripts draw',
      '<!doctype html><title>App</title><div id="root"></div><script src="/app.js"></script>',
      'page-needs-scripts',
    ],
    ['one that says so', '<!doctype html><noscript>You need to enable JavaScript.</noscript><script>draw()</script>', 'page-needs-scripts'],
    ['nothing', '<!doctype html><title>Empty</title>', 'empty'],
    ['frames', '<frameset><frame src="a"></frameset>', 'empty'],
  ])('is not made of %s', async (_, body, code) => {
    const { capture } = await open({ '/': ['text/html', body] });
    expect(await capture()).toEqual({ ok: false, code });
  });

  it('is made of little, where nothing hides the rest', async () => {
    const { copy } = await open({
      '/': ['text/html', '<p>Done.'],
      '/picture': ['text/html', `<script>count()</script><img src="${PNG_URI}">`],
    });
    expect(await copy()).toContain('<p>Done.</p>');
    expect(await copy('/picture')).toContain(PNG_URI);
  });

  it.each([
    [{ '/': ['application/pdf', '%PDF'] }, 'not-a-page'],
    [{}, 'http-status'],
    [{ '/': ['text/html', 'x'.repeat(3 * 1024 * 1024)] }, 'too-large'],
  ] as const)('is not made of anything else (%#)', async (pages, code) => {
    const { capture } = await open(pages);
    expect(await capture()).toEqual({ ok: false, code });
  });
});
