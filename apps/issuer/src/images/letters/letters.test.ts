import { describe, expect, it } from 'vitest';
import { BOLD, loadMetrics } from '../font.js';
import { type PreviewFace, previewSvg } from '../preview-svg.js';
import { rasterise } from '../rasterise.js';
import { drawable, fitText, widthOf } from '../text-lines.js';
import { lettersFor } from './letters.js';

const FACE: PreviewFace = {
  badge: new Uint8Array([1]),
  person: null,
  title: 'Python',
  label: 'has earned the badge',
  labelAlone: 'Badge',
  place: 'badges.example (“Acme”)',
  host: 'badges.example',
  doubtful: false,
};
const preview = async (person: string): Promise<string> => previewSvg({ ...FACE, person }, await lettersFor([person], BOLD));
/** The text of an SVG picture, with numeric character references (such as those of `@` and `(`) decoded. */
const textsIn = (svg: string): string =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .map(([, text = '']) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))))
    .join('|');

describe('a name in letters that our typefaces lack', () => {
  it.each(['王小明', '歐陽娜娜', '김철수', 'さくら', '佐藤サクラ', 'प्रिया', 'प्रिया शर्मा', 'Ada 王', 'محمد 王', '王 ירון 12'])(
    'is drawn as outlines: %s',
    async (name) => {
      const letters = await lettersFor([name], BOLD);
      expect(drawable(name, letters)).toBe(name);
      const outline = letters.outline?.(name);
      if (outline === null || outline === undefined || outline === 'impossible') throw new Error('it has no outline');
      // What was measured for breaking lines is what is drawn; Arabic letters that are joined are a little narrower.
      expect(Math.abs(outline.width - widthOf(name, letters))).toBeLessThan(0.2);
      const svg = await preview(name);
      expect(textsIn(svg)).toBe('has earned the badge|Python|badges.example (“Acme”)');
      expect(svg.match(/<path transform/g)).toHaveLength(1);
      expect(await rasterise(svg, 600)).not.toEqual(await rasterise(svg.replace(/<path transform[^>]*>/, ''), 600));
    },
  );

  it('has a shape of its own for each letter, and none is the box of a missing one', async () => {
    const letters = await lettersFor(['王小明김철수プリヤ'], BOLD);
    const shapes = [...'王小明김철수プリヤ'].map((letter) => {
      const outline = letters.outline?.(letter);
      return typeof outline === 'object' ? outline?.path : outline;
    });
    expect(new Set(shapes).size).toBe(9);
  });

  it('joins Devanagari letters as they are written', async () => {
    const name = 'प्रिया';
    const letters = await lettersFor([name], BOLD);
    const apart = [...name].reduce((sum, letter) => sum + (letters.advance(letter.codePointAt(0)!) ?? 0), 0);
    expect(widthOf(name, letters)).toBeLessThan(apart);
  });

  it('is broken into lines at its letters', async () => {
    const name = '王小明'.repeat(20);
    const letters = await lettersFor([name], BOLD);
    const { lines, size } = fitText(name, { width: 620, maxLines: 2, sizes: [64, 42] }, letters);
    for (const line of lines) expect(widthOf(line, letters) * size).toBeLessThanOrEqual(620);
  });
});

it.each(['محمد', 'ירון', 'Ολυμπία', 'Юлия', 'Zoë', 'Z\u0307o\u0301ł'])('a name that our typefaces have stays text: %s', async (name) => {
  expect(textsIn(await preview(name))).toContain(`${name}|`);
});

describe('a name that cannot be drawn', () => {
  it.each([
    ['Tamil', 'பிரியா'],
    ['Thai', 'สมชาย'],
    ['partly Tamil', 'Priya பிரியா'],
    ['of rare Chinese letters', '𠮷田'],
    ['emoji alone', '👩‍💻🚀'],
    ['a letter with a mark that its typeface lacks', '王\u0301'],
  ])('is left out of the picture whole, which has no boxes: %s', async (_, name) => {
    const svg = await preview(name);
    expect(textsIn(svg)).toBe('Badge|Python|badges.example (“Acme”)');
    expect(svg).not.toContain('<path');
  });

  it('leaves out the name that an issuer gives itself, and keeps its host', async () => {
    const svg = previewSvg({ ...FACE, place: 'badges.example (“பிரியா”)' }, loadMetrics());
    expect(textsIn(svg)).toBe('Badge|Python|badges.example');
  });
});

it('an emoji beside a name is left out, and the name stays', async () => {
  expect(textsIn(await preview('Ada 🚀'))).toContain('Ada|');
});

it('opens a bounded number of files, those of the first letters', async () => {
  const many = Array.from({ length: 6000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
  const letters = await lettersFor([`王小明${many}`], BOLD);
  expect(drawable('王小明', letters)).toBe('王小明');
  expect(drawable(many, letters)).toBeNull();
});
