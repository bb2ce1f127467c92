import { pageCapturer } from '@proofmark/issuer/testing';
import { guardedHttp } from '@proofmark/platform/node';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED_BROWSER } from '../support/chromium.js';

// T13: a copy of somebody's page says first that it is one. No style of the page may cover, move or hide that.
let browser: Browser;
let page: Page;
let server: LoopbackServer;
const http = guardedHttp({ allowLoopback: true });
let html = '';
beforeAll(async () => {
  browser = await chromium.connect(process.env[SHARED_BROWSER] ?? '');
  page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 800, height: 600 } })).newPage();
  server = await loopbackServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
});
afterAll(async () => {
  await page.context().close();
  await http.close();
  await server.close();
});

/** The strip at the top of a copy of a page with this style and content, as it is painted. */
async function painted(css: string, body = ''): Promise<Buffer> {
  html = `<!doctype html><html><head><style>${css}</style></head><body>${body}<p>${'What I built in the last term. '.repeat(9)}</p></body></html>`;
  const copy = await pageCapturer(http, () => new Date('2026-11-22T09:00:00Z')).capture(`${server.origin}/`);
  if (!copy.ok) throw new Error(copy.code);
  await page.setContent(Buffer.from(copy.bytes).toString('utf8'));
  return page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 34 } });
}

const COVER =
  'content:"Verified by MIT";position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647;background:#fff;display:block;visibility:visible';
const most = (css: string): string => css.replaceAll(/;|$/g, ' !important;');

const ATTACKS: readonly [string, string, string?][] = [
  ['a fixed box of the page', `#x{${most(COVER)}}`, '<div id="x">Verified by MIT</div>'],
  ['a fixed box in a style attribute', '', `<div style="${most(COVER).replaceAll('"', "'")}">Verified by MIT</div>`],
  [
    'an absolute box with a negative offset',
    '#x{position:absolute;top:-500px;left:0;width:100%;height:900px;background:#fff;z-index:99999}',
    '<div id="x"></div>',
  ],
  ['a negative margin', '#x{margin-top:-400px;height:800px;background:#fff;position:relative;z-index:9}', '<div id="x"></div>'],
  ['a transform', '#x{transform:translateY(-400px) scale(9);background:#fff;height:900px}', '<div id="x"></div>'],
  ['a shadow', '#x{box-shadow:0 0 0 9999px #fff;position:relative;z-index:9}', '<div id="x">x</div>'],
  ['an outline', '#x{outline:9999px solid #fff;position:relative;z-index:9}', '<div id="x">x</div>'],
  ['generated content of the page', `html::before,html::after,body::before,body::after{${most(COVER)}}`],
  ['generated content in a layer', `@layer a{html::after,body::after,html body::before{${most(COVER)}}}`],
  ['generated content of the note', `body>div:first-child::before,body>div:first-child::after,div::after{${most(COVER)}}`],
  ['its first line', 'div::first-line,div::first-letter{color:transparent!important;font-size:0!important;background:#fff!important}'],
  [
    'a style of the note',
    'body>div:first-child{display:none!important;opacity:0!important;transform:translateX(-999px)!important;clip-path:inset(50%)!important;height:0!important;filter:opacity(0)!important;font-size:0!important}',
  ],
  ['the margins of the page', 'html,body{margin:-300px!important;padding:0 0 0 900px!important}'],
  [
    'the box of the page',
    'html,body{transform:translateY(-200px)!important;opacity:0!important;clip-path:inset(90%)!important;filter:blur(9px)!important;zoom:.01!important}',
  ],
  [
    'the layout of the page',
    'html,body{display:flex!important;flex-direction:column-reverse!important;height:100vh!important;overflow:hidden!important;columns:9!important}',
  ],
  [
    'an animation',
    '@keyframes a{from,to{opacity:0;transform:translateX(-999px);display:none}}html,body,div{animation:a 9s infinite both!important}',
  ],
  [
    'everything',
    '*{display:none!important;visibility:hidden!important;position:fixed!important;inset:0 auto auto -999px!important;z-index:-1!important;opacity:0!important}',
  ],
];

describe('the note on a copy of a page', () => {
  it('is seen', async () => {
    const note = await painted('');
    const first = page.locator('body > div').first();
    expect([await first.textContent(), await first.isVisible()]).toEqual([expect.stringContaining('A copy of'), true]);
    expect(note.equals(await painted('p{color:red}'))).toBe(true);
  });

  it.each(ATTACKS)('is not covered, moved or hidden by %s', async (_, css, body) => {
    const plain = await painted('');
    expect((await painted(css, body)).equals(plain)).toBe(true);
  });
});
