import { BADGE_SHAPES } from '@proofmark/schemas/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievementImages } from './achievement-images.js';
import { type BadgeFace, badgeSvg } from './badge-svg.js';
import { contrast, type Hex } from './contrast.js';
import { loadMetrics } from './font.js';
import { imageCache } from './image-cache.js';
import { ALL_COLOURS, coloursFor, coloursFrom } from './palette.js';
import { isPng } from './png.js';
import { rasterise } from './rasterise.js';
import { OUTLINES } from './shapes.js';
import { drawable, fitText, widthOf } from './text-lines.js';

const font = loadMetrics();
const FACE: BadgeFace = { key: 'a', title: 'Web API design', issuer: 'Acme Academy', host: 'badges.example', test: false };
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('the metrics of our font', () => {
  it('knows widths as the font has them', () => {
    expect(font.advance('W'.codePointAt(0)!)).toBeGreaterThan(0.9);
    expect(font.advance('i'.codePointAt(0)!)).toBeLessThan(0.4);
  });

  it('knows what it cannot draw', () => {
    expect(font.advance('日'.codePointAt(0)!)).toBeNull();
    expect(font.advance('ж'.codePointAt(0)!)).not.toBeNull();
  });
});

describe('fitText', () => {
  const box = { width: 350, maxLines: 4, sizes: [46, 40, 34, 29, 25] };

  it('sets a short title large and on one line, a long one smaller and on several', () => {
    expect(fitText('Python', box, font)).toEqual({ lines: ['Python'], size: 46 });
    const long = fitText('Advanced distributed systems engineering and operations for public services', box, font);
    expect(long.size).toBeLessThan(46);
    expect(long.lines.length).toBeGreaterThan(1);
  });

  it('breaks no word where a smaller size would do', () => {
    expect(fitText('Donaudampfschifffahrt', box, font).lines).toEqual(['Donaudampfschifffahrt']);
  });

  it('cuts what cannot fit, with an ellipsis', () => {
    const { lines } = fitText('word '.repeat(200), box, font);
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatch(/…$/);
  });

  it('keeps every line inside its box, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { lines, size } = fitText(text, box, font);
        expect(lines.length).toBeLessThanOrEqual(4);
        for (const line of lines)
          if ([...new Intl.Segmenter().segment(line)].length > 1) expect(widthOf(line, font) * size).toBeLessThanOrEqual(350.001);
      }),
    );
  });
});

describe('a generated badge image', () => {
  it('shows the title, large enough for 96 pixels, and no smaller text; it never claims to be verified', () => {
    const svg = badgeSvg(FACE, font, 'any');
    expect(texts(svg).join(' ')).toBe('Web API design');
    for (const [, size = ''] of svg.matchAll(/font-size="([\d.]+)"/g)) expect((Number(size) * 96) / 512).toBeGreaterThanOrEqual(9);
    expect(svg).toContain('Its issuer calls itself “Acme Academy”; check it at badges.example');
    expect(svg).not.toMatch(/verified|genuine|valid/i);
  });

  it('has the colours of its issuer, the same on all of its badges, and an outline of its own', () => {
    const colour = (face: BadgeFace) => /stop-color="(#[0-9a-f]+)"/.exec(badgeSvg(face, font, 'any'))?.[1];
    expect(colour(FACE)).toBe(colour({ ...FACE, key: 'b', title: 'Other' }));
    expect(coloursFor('x')).toEqual(coloursFor('x'));
    const outlines = 'abcdefghijklmnop'.split('').map((key) => /<path d="([^"]+)"/.exec(badgeSvg({ ...FACE, key }, font, 'any'))?.[1]);
    expect(new Set(outlines).size).toBeGreaterThanOrEqual(4);
  });

  it('can be read in every colour that an issuer may choose', () => {
    for (const { deep, bright, text } of ALL_COLOURS)
      for (const face of [deep, bright]) expect(contrast(face, text)).toBeGreaterThanOrEqual(4.5);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const chosen: Hex = `#${number.toString(16).padStart(6, '0')}`;
        const { deep, bright, text } = coloursFrom(chosen);
        expect(contrast(deep, text)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(bright, text)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it.each(BADGE_SHAPES)('keeps every text inside the %s', (shape) => {
    const { width, height } = OUTLINES[shape];
    const titles = [
      'Python',
      'Web API design',
      'Advanced distributed systems '.repeat(11),
      'x'.repeat(300),
      `Z${'\u0301'.repeat(90)}`,
      'تصميم '.repeat(60),
    ];
    for (const title of titles) {
      const svg = badgeSvg({ ...FACE, title, design: { shape } }, font, 'any');
      const lines = [...svg.matchAll(/<text x="256" y="([\d.]+)" font-size="(\d+)" textLength="([\d.]+)"/g)].map((match) =>
        match.slice(1).map(Number),
      );
      expect(lines.length).toBeGreaterThan(0);
      const [size = 0] = [lines[0]?.[1]];
      expect(lines.length * size * 1.16).toBeLessThanOrEqual(Math.max(height, size * 1.16));
      for (const [, , length = 0] of lines) expect(length).toBeLessThanOrEqual(width + 0.1);
      expect(svg.match(/\u0301/g)?.length ?? 0).toBeLessThanOrEqual(4 + 2 * 90);
      expect(texts(svg).join('')).not.toMatch(/\u0301{3}/);
    }
  });

  it('shows the logo of its issuer on a plate of its own', async () => {
    const logo = (await rasterise(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/></svg>',
    ))!;
    const svg = badgeSvg({ ...FACE, design: { shape: 'shield', colour: '#ffee00', logo } }, font, 'embedded');
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain(`href="data:image/png;base64,${Buffer.from(logo).toString('base64')}"`);
    expect(isPng((await rasterise(svg))!)).toBe(true);
  });

  it('marks a test badge', () => {
    expect(texts(badgeSvg({ ...FACE, test: true }, font, 'any'))).toContain('TEST');
  });

  it.each([
    ['பிரியா', ['Open Badge']],
    ['شهادة تصميم الويب', ['شهادة تصميم الويب']],
    ['Кириллица', ['Кириллица']],
    ['Rocket 🚀 science 🛰️', ['Rocket science']],
  ])('as a raster shows %s without empty boxes', async (title, expected) => {
    const svg = badgeSvg({ ...FACE, title }, font, 'embedded');
    expect([texts(svg).join(' ')]).toEqual(expected);
    expect(isPng((await rasterise(svg))!)).toBe(true);
  });

  it('as an SVG keeps every script, since the reader has fonts', () => {
    expect(texts(badgeSvg({ ...FACE, title: '日本語の証明書' }, font, 'any')).join('')).toBe('日本語の証明書');
  });

  it('leaves out emoji, and no letter: half a name is none', () => {
    expect(drawable('Li பிரியா', font)).toBeNull();
    expect(drawable('🚀', font)).toBeNull();
    expect(drawable('', font)).toBeNull();
  });

  it('leaves out nothing that it can draw', () => {
    expect(drawable('Größe', font)).toBe('Größe');
    expect(drawable('Go\u0308del 🚀 №', font)).toBe('Go\u0308del №');
  });
});

describe('the pictures of an achievement', () => {
  const images = achievementImages();

  it('are the provider’s where there are any', async () => {
    const png = await images.png({ ...FACE, key: 'other' }, null);
    const provided = { mediaType: 'image/png', bytes: png };
    expect(await images.png(FACE, provided)).toBe(png);
    expect(images.svg(FACE, provided)).toContain(`data:image/png;base64,${Buffer.from(png).toString('base64')}`);
    expect(isPng((await rasterise(images.svg(FACE, provided)))!)).toBe(true);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="red"/></svg>';
    const drawn = { mediaType: 'image/svg+xml', bytes: Buffer.from(svg) };
    expect(images.svg(FACE, drawn)).toBe(svg);
    expect(isPng(await images.png(FACE, drawn))).toBe(true);
    expect(await images.png(FACE, drawn)).not.toEqual(await images.png(FACE, null));
  });

  it('are generated where the provider’s are broken', async () => {
    const generated = await images.png(FACE, null);
    expect(await images.png(FACE, { mediaType: 'image/png', bytes: new Uint8Array(100) })).toEqual(generated);
    expect(await images.png(FACE, { mediaType: 'image/svg+xml', bytes: Buffer.from('no svg') })).toEqual(generated);
  });
});

describe('imageCache', () => {
  it('makes a picture once, even for many at the same time, and again when it was pushed out', async () => {
    const cache = imageCache(25);
    let made = 0;
    const make = () => Promise.resolve(new Uint8Array(10).fill(++made));
    await Promise.all([cache.get('a', make), cache.get('a', make), cache.get('a', make)]);
    await cache.get('b', make);
    await cache.get('a', make);
    expect(made).toBe(2);
    await cache.get('c', make);
    await cache.get('a', make);
    expect(made).toBe(3);
    await cache.get('b', make);
    expect(made).toBe(4);
  });

  it('keeps no failure, and nothing that is too large', async () => {
    const cache = imageCache(5);
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('a', () => Promise.resolve(new Uint8Array(1)))).toHaveLength(1);
    let made = 0;
    const big = () => Promise.resolve(new Uint8Array(6).fill(++made));
    await cache.get('big', big);
    await cache.get('big', big);
    expect(made).toBe(2);
  });
});
