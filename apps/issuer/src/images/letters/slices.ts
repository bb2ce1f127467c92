import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** Typefaces for scripts that our own fonts lack, each cut into files of some hundred letters. A letter is looked for in their order. */
const FAMILIES = [
  { name: 'noto-sans-kr', script: /[\p{Script=Hangul}]/u },
  {
    name: 'noto-sans-sc',
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff01-\uff60]/u,
  },
  { name: 'noto-sans-devanagari', script: /[\p{Script=Devanagari}\u0964\u0965]/u },
] as const;

/** The file of the code point, as a path; null for one that none of them has. It is of all weights (WOFF2). */
export function sliceOf(codePoint: number): string | null {
  const char = String.fromCodePoint(codePoint);
  for (const { name, script } of FAMILIES) {
    const file = script.test(char)
      ? slicesOf(name).find(({ ranges }) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to))
      : undefined;
    if (file !== undefined) return file.path;
  }
  return null;
}

interface Slice {
  readonly path: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const known = new Map<string, readonly Slice[]>();

function slicesOf(name: string): readonly Slice[] {
  const before = known.get(name);
  if (before !== undefined) return before;
  const folder = dirname(resolve(`@fontsource-variable/${name}/package.json`));
  const listed = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>;
  const slices = Object.entries(listed).map(([slice, ranges]) => ({
    path: join(folder, 'files', `${name}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map(rangeOf),
  }));
  known.set(name, slices);
  return slices;
}

/** Reads `U+4E00-9FFF` or `U+3000`. */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
