import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievementImages } from './achievement-images.js';
import { type BadgeFace, badgeSvg } from './badge-svg.js';
import { loadMetrics } from './font.js';
import { imageCache } from './image-cache.js';
import { ALL_COLOURS, coloursFor } from './palette.js';
import { isPng } from './png.js';
import { rasterise } from './rasterise.js';
import { drawable, fitText, widthOf } from './text-lines.js';

const font = loadMetrics();
const FACE: BadgeFace = { key: 'a', title: 'Web API design', issuer: 'Acme Academy', host: 'badges.example', test: false };
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('the metrics of our font', () => {
  it('knows widths as the font has them', () => {
    expect(font.advance(0x20)).toBeCloseTo(0.348, 3);
    expect(font.advance('W'.codePointAt(0)!)).toBeGreaterThan(1);
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
  it('names badge, issuer and host, and never claims to be verified', () => {
    const svg = badgeSvg(FACE, font, 'any');
    expect(texts(svg)).toEqual(['Web API', 'design', 'Acme Academy', 'check this badge at', 'badges.example']);
    expect(svg).not.toMatch(/verified|genuine|valid/i);
  });

  it('has one colour for one achievement, and legible colours only', () => {
    expect(coloursFor('x')).toEqual(coloursFor('x'));
    for (const { deep, bright } of ALL_COLOURS)
      for (const colour of [deep, bright]) expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
  });

  it('marks a test badge', () => {
    expect(texts(badgeSvg({ ...FACE, test: true }, font, 'any'))).toContain('TEST BADGE');
  });

  it.each([
    ['日本語の証明書', ['Open Badge']],
    ['شهادة تصميم الويب', ['شهادة تصميم الويب']],
    ['Кириллица', ['Кириллица']],
    ['Rocket 🚀 science 🛰️', ['Rocket science']],
  ])('as a raster shows %s without empty boxes', async (title, expected) => {
    const svg = badgeSvg({ ...FACE, title }, font, 'embedded');
    expect([texts(svg).slice(0, -3).join(' ')]).toEqual(expected);
    expect(isPng((await rasterise(svg))!)).toBe(true);
  });

  it('as an SVG keeps every script, since the reader has fonts', () => {
    expect(
      texts(badgeSvg({ ...FACE, title: '日本語の証明書' }, font, 'any'))
        .slice(0, -3)
        .join(''),
    ).toBe('日本語の証明書');
  });

  it('leaves out nothing that it can draw', () => {
    expect(drawable('Größe', font)).toEqual({ text: 'Größe', share: 1 });
    expect(drawable('日本 a', font).share).toBeCloseTo(1 / 3);
    expect(drawable('', font).share).toBe(0);
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

function contrastWithWhite(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
