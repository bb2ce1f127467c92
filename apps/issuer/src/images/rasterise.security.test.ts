import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { badgeSvg } from './badge-svg.js';
import { loadMetrics } from './font.js';
import { isPng } from './png.js';
import { rasterise, refersOutside } from './rasterise.js';
import { drawApart, NoRoomToDraw } from './rasterise-in-child.js';

// T14: drawings that name files, or never end.

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const folder = mkdtempSync(join(tmpdir(), 'proofmark-image-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('drawing somebody’s SVG', () => {
  it('opens no local file', async () => {
    const secret = join(folder, 'secret.png');
    writeFileSync(secret, (await rasterise(`<svg ${NS} width="8" height="8"><rect width="8" height="8" fill="red"/></svg>`))!);
    for (const attribute of ['href', 'xlink:href']) {
      expect(await rasterise(`<svg ${NS} width="8" height="8"><image width="8" height="8" ${attribute}="${secret}"/></svg>`)).toBeNull();
    }
  });

  it.each([
    '<image href="https://evil.example/x.png"/>',
    "<image href = '/etc/passwd'/>",
    '<image href="file:///etc/passwd"/>',
    '<image href="&#47;etc/passwd"/>',
    '<use href="other.svg#a"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<style>@import url(https://evil.example/x.css);</style>',
    '<style>rect{fill:url(https://evil.example/x.svg#a)}</style>',
    '<rect fill="url(&quot;/tmp/x.svg#a&quot;)"/>',
  ])('refuses %s', (inner) => {
    expect(refersOutside(`<svg ${NS}>${inner}</svg>`)).toBe(true);
  });

  it('takes what refers to itself', () => {
    expect(refersOutside(`<svg ${NS}><use href="#a"/><rect fill="url(#b)"/><image href="data:image/png;base64,AAAA"/></svg>`)).toBe(false);
  });

  it.each([
    ['entities', `<!DOCTYPE svg [<!ENTITY a "x">]><svg ${NS}><text>&a;</text></svg>`],
    ['an absurd height', `<svg ${NS} width="1" height="1000000"/>`],
    ['no size', `<svg ${NS} width="0" height="0"/>`],
    ['no SVG', 'PNG?'],
    ['nothing', ''],
  ])('answers null to %s', async (_, svg) => {
    expect(await rasterise(svg)).toBeNull();
  });

  it('bounds a huge picture', async () => {
    const png = (await rasterise(`<svg ${NS} width="100000" height="100000"/>`))!;
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(512);
  });
});

describe('drawing apart', () => {
  // Each pattern fills eight rectangles with the next: 8^8 fillings in less than 5 KB.
  const eightfold = (at: number) =>
    Array.from({ length: 8 }, (_, x) => `<rect width="5${x}" height="50" fill="url(#p${at + 1})"/>`).join('');
  const patterns = Array.from({ length: 8 }, (_, at) => `<pattern id="p${at}" width="1" height="1">${eightfold(at)}</pattern>`).join('');
  const last = '<pattern id="p8" width="1" height="1"><rect width="9" height="9" fill="red"/></pattern>';
  const endless = `<svg ${NS} width="512" height="512">${patterns}${last}<rect width="512" height="512" fill="url(#p0)"/></svg>`;
  const blue = `<svg ${NS} width="8" height="8"><rect width="8" height="8" fill="blue"/></svg>`;

  it('draws what it is given, as the usual way does', async () => {
    expect(Buffer.from((await drawApart()(blue))!)).toEqual(Buffer.from((await rasterise(blue))!));
    expect(await drawApart()(`<svg ${NS} width="1" height="1000000"/>`)).toBeNull();
    expect(await drawApart()('PNG?')).toBeNull();
    expect(await drawApart()(`<svg ${NS} width="8" height="8"><image href="/etc/passwd"/></svg>`)).toBeNull();
  });

  it('gives up a picture that never ends, and the process goes on meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 10);
    expect(await drawApart(300)(endless)).toBeNull();
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });

  it('lets only a few wait', async () => {
    const draw = drawApart(300);
    const asked = await Promise.allSettled(Array.from({ length: 12 }, (_, at) => draw(at === 0 ? endless : blue)));
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused.every((one) => one.reason instanceof NoRoomToDraw)).toBe(true);
  });
});

describe('a generated picture of hostile texts', () => {
  it.each([
    '<script>alert(1)</script>',
    '"/><image href="/etc/passwd"/>',
    '&evil;',
    ']]>',
    '\u0000\ud800\u202e',
    ' '.repeat(500),
    'x'.repeat(5000),
    'CSS @import',
    'background: url(x.png)',
    'href="x.png"',
  ])('stays a picture: %.40s', async (text) => {
    const svg = badgeSvg({ key: text, title: text, issuer: text, host: text, test: true }, loadMetrics(), 'any');
    for (const part of ['<script', '<image', '&evil', '\u0000', '\u202e']) expect(svg).not.toContain(part);
    expect(isPng((await rasterise(svg))!)).toBe(true);
  });
});

describe('isPng', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a signature alone', Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10])],
    ['zeros', new Uint8Array(100)],
  ])('refuses %s', (_, bytes) => {
    expect(isPng(bytes)).toBe(false);
  });

  it('refuses an absurd size', async () => {
    const png = (await rasterise(`<svg ${NS} width="8" height="8"/>`))!.slice();
    expect(isPng(png)).toBe(true);
    new DataView(png.buffer).setUint32(16, 100_000);
    expect(isPng(png)).toBe(false);
  });
});
