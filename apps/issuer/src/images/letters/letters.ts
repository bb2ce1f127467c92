import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { type FontMetrics, metricsOf, type Weight } from '../font.js';
import { type Outline, outlineOf, type Run } from './outline.js';
import { openSlice } from './slice-fonts.js';
import { sliceOf } from './slices.js';
import { visualRuns } from './visual-runs.js';

/** Files that are opened for one picture, those of the first letters: a text of many different Chinese letters would take seconds. */
const MOST_SLICES = 32;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What asks for one form of the letter before it. */
const VARIANTS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/**
 * The metrics of a weight for these texts. Chinese, Japanese, Korean and Devanagari letters in them have a width as well, and the lines that hold
 * them are drawn as outlines: the typefaces are too large to be loaded whole.
 */
export async function lettersFor(texts: readonly string[], weight: Weight): Promise<FontMetrics> {
  const base = metricsOf(weight);
  const paths = new Map<number, string>();
  for (const text of texts) {
    for (const char of text) {
      const codePoint = char.codePointAt(0) ?? 0;
      const path = base.advance(codePoint) === null ? sliceOf(codePoint) : null;
      if (path !== null) paths.set(codePoint, path);
    }
  }
  const files = [...new Set(paths.values())].slice(0, MOST_SLICES);
  if (files.length === 0) return base;
  const fonts = new Map(await Promise.all(files.map(async (path) => [path, await openSlice(path, weight.value)] as const)));
  const fontOf = (codePoint: number): Font | null => {
    const font = fonts.get(paths.get(codePoint) ?? '');
    return font?.hasGlyphForCodePoint(codePoint) === true ? font : null;
  };
  const own = ownFonts(weight);
  // Breaking a text into lines asks for the same ones again and again.
  const widths = new Map<string, number>();
  return {
    advance(codePoint) {
      const known = base.advance(codePoint);
      if (known !== null) return known;
      const font = fontOf(codePoint);
      return font === null ? null : font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
    },
    width(cluster) {
      const font = fontOf(cluster.codePointAt(0) ?? 0);
      if (font === null) return null;
      const width = widths.get(cluster) ?? font.layout(cluster).advanceWidth / font.unitsPerEm;
      widths.set(cluster, width);
      return width;
    },
    outline: (line) => outlineIn(line, fontOf, own),
  };
}

type FontOf = (codePoint: number) => Font | null;

/** Null for a line that our own fonts draw; `impossible` where no font has a letter with all of its marks. */
function outlineIn(line: string, sliced: FontOf, own: () => readonly Font[]): Outline | 'impossible' | null {
  if (![...line].some((char) => sliced(char.codePointAt(0) ?? 0) !== null)) return null;
  const runs: Run[] = [];
  for (const { text, rtl } of visualRuns(line.replace(VARIANTS, ''))) {
    const parts: Run[] = [];
    for (const { segment } of graphemes.segment(text)) {
      const all = [...segment].map((char) => char.codePointAt(0) ?? 0);
      const font = [sliced(all[0] ?? 0), ...own()].find(
        (one) => one !== null && all.every((codePoint) => one.hasGlyphForCodePoint(codePoint)),
      );
      if (font == null) return 'impossible';
      const last = parts.at(-1);
      if (last?.font === font) parts[parts.length - 1] = { ...last, text: last.text + segment };
      else parts.push({ font, text: segment, rtl });
    }
    runs.push(...(rtl ? parts.reverse() : parts));
  }
  return outlineOf(runs);
}

const opened = new Map<string, Font>();

function ownFonts({ own, other }: Weight): () => readonly Font[] {
  const open = (path: string): Font => {
    const font = opened.get(path) ?? (create(readFileSync(path)) as Font);
    opened.set(path, font);
    return font;
  };
  return () => [own, other].map(open);
}
