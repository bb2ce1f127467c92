import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOLD } from '../../images/font.js';
import { lettersFor } from '../../images/letters/letters.js';
import { PREVIEW, type PreviewFace, previewSvg } from '../../images/preview-svg.js';
import { rasterise } from '../../images/rasterise.js';
import { BADGE_ID, BASE } from '../badge/badge.fixture.js';
import { elementsOf } from '../layout/markup.fixture.js';
import { type PublicService, publicService } from '../public-routes.fixture.js';

let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('the picture of a shared link', () => {
  it('is what the page of a badge names to those who show its link', async () => {
    const page = await (await service.get(`/credentials/${BADGE_ID}`, { accept: 'text/html' })).text();
    const metas = elementsOf(page).filter(({ tagName }) => tagName === 'meta');
    const meta = (name: string): string | undefined =>
      metas.find(({ attrs }) => attrs.some(({ value }) => value === name))?.attrs.find((attribute) => attribute.name === 'content')?.value;
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(meta('og:title')).toBe('Ada Lovelace earned Web API design');
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
    const address = meta('og:image') ?? '';
    expect(address.startsWith(`${BASE}/credentials/${BADGE_ID}/preview.png`)).toBe(true);
    const answer = await service.get(address.slice(BASE.length));
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(sizeOf(new Uint8Array(await answer.arrayBuffer()))).toEqual([PREVIEW.width, PREVIEW.height]);
  });

  it('is there for no other badge', async () => {
    expect((await service.get('/credentials/01981f2a-7c3e-7b52-9d41-000000000000/preview.png')).status).toBe(404);
    expect((await service.get('/credentials/nonsense/qr.svg')).status).toBe(404);
  });

  it.each([
    '<script>alert(1)</script>',
    '"/><image href="http://127.0.0.1/x.png"/>',
    '&lt;x&amp;',
    ']]>',
    'Ada '.repeat(75),
    'x'.repeat(300),
    'آدا لوفليس',
    `Z${'\u0300'.repeat(80)}`,
    '阿達',
  ])('stays a picture of its own size, and names nothing else: %j', async (text) => {
    const face: PreviewFace = {
      badge: new Uint8Array([1]),
      person: text,
      title: text,
      label: 'has earned',
      labelAlone: 'Badge',
      place: text,
      host: 'badges.example',
      doubtful: false,
    };
    const svg = previewSvg(face, await lettersFor([text], BOLD));
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg).not.toMatch(/<script|href="http/);
    const png = await rasterise(svg, PREVIEW.width);
    expect(png === null ? null : sizeOf(png)).toEqual([1200, 630]);
  });

  it('has a code beside it that holds the address of the badge', async () => {
    const answer = await service.get(`/credentials/${BADGE_ID}/qr.svg`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(await answer.text()).toMatch(/^<svg .*<path d="M\d+ \d+h\d+v1h-\d+z/s);
  });
});
