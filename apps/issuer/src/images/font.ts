import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Outline } from './letters/outline.js';

const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(resolve(`${name}/package.json`));
const [PUBLIC_SANS, DEJAVU] = [folderOf('@expo-google-fonts/public-sans'), join(folderOf('dejavu-fonts-ttf'), 'ttf')];

/** A weight of our typeface, and what stands in for the letters that it lacks: Greek, Cyrillic, Arabic, Hebrew and more. */
export interface Weight {
  /** 100 to 900. */
  readonly value: number;
  readonly own: string;
  readonly other: string;
}

export const BOLD: Weight = {
  value: 700,
  own: join(PUBLIC_SANS, '700Bold/PublicSans_700Bold.ttf'),
  other: join(DEJAVU, 'DejaVuSans-Bold.ttf'),
};
export const REGULAR: Weight = {
  value: 400,
  own: join(PUBLIC_SANS, '400Regular/PublicSans_400Regular.ttf'),
  other: join(DEJAVU, 'DejaVuSans.ttf'),
};

/** The font files that pictures are drawn with: ours, so that a bare machine draws the same picture as any other. */
export const FONT_FILES: readonly string[] = [BOLD.own, REGULAR.own, BOLD.other, REGULAR.other];
export const FONT_FAMILY = 'Public Sans';
/** For readers that have no font of ours. */
export const FONT_STACK = `'${FONT_FAMILY}', 'DejaVu Sans', Arial, Helvetica, sans-serif`;

/** What laying out text needs to know of a font. */
export interface FontMetrics {
  /** The advance of a code point in ems, or null when the font has no glyph for it. */
  advance(codePoint: number): number | null;
  /** The width of letters that are shaped together, in ems; null, or absent, where it is that of the first one. */
  width?(cluster: string): number | null;
  /** A line as shapes, where it is not drawn by the font; `impossible` where it cannot be drawn at all. */
  outline?(line: string): Outline | 'impossible' | null;
}

/** The metrics of the bold face, which pictures are set in. */
export function loadMetrics(): FontMetrics {
  return metricsOf(BOLD);
}

const read = new Map<Weight, FontMetrics>();

/** The metrics of a weight, with what stands in for the letters that it lacks. */
export function metricsOf(weight: Weight): FontMetrics {
  const before = read.get(weight);
  if (before !== undefined) return before;
  const [first, second] = [weight.own, weight.other].map((file) => readMetrics(readFileSync(file))) as [FontMetrics, FontMetrics];
  const metrics: FontMetrics = { advance: (codePoint) => first.advance(codePoint) ?? second.advance(codePoint) };
  read.set(weight, metrics);
  return metrics;
}

/** The metrics of the font of a weight alone. */
export function ownMetrics({ own }: Weight): FontMetrics {
  return readMetrics(readFileSync(own));
}

/** Reads the tables `cmap` (formats 4 and 12), `hhea` and `hmtx` of a TrueType font (OpenType 1.9). */
function readMetrics(file: Buffer): FontMetrics {
  const table = tablesOf(file);
  const unitsPerEm = table('head').readUInt16BE(18);
  const longMetrics = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  const glyphs = glyphsOf(table('cmap'));
  return {
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return null;
      return hmtx.readUInt16BE(Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
    },
  };
}

function tablesOf(file: Buffer): (tag: string) => Buffer {
  const entries = new Map<string, Buffer>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const start = file.readUInt32BE(at + 8);
    entries.set(file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12)));
  }
  return (tag) => {
    const found = entries.get(tag);
    if (found === undefined) throw new Error(`the font has no table ${tag}`);
    return found;
  };
}

function glyphsOf(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const platform = cmap.readUInt16BE(4 + i * 8);
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
    if (platform !== 0 && platform !== 3) continue;
    const format = subtable.readUInt16BE(0);
    if (format === 4) readFormat4(subtable, glyphs);
    if (format === 12) readFormat12(subtable, glyphs);
  }
  return glyphs;
}

function readFormat4(t: Buffer, glyphs: Map<number, number>): void {
  const doubled = t.readUInt16BE(6);
  for (let i = 0; i < doubled; i += 2) {
    const end = t.readUInt16BE(14 + i);
    const start = t.readUInt16BE(16 + doubled + i);
    const delta = t.readUInt16BE(16 + doubled * 2 + i);
    const rangeAt = 16 + doubled * 3 + i;
    const range = t.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : t.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readFormat12(t: Buffer, glyphs: Map<number, number>): void {
  for (let i = 0; i < t.readUInt32BE(12); i++) {
    const start = t.readUInt32BE(16 + i * 12);
    const end = t.readUInt32BE(20 + i * 12);
    const first = t.readUInt32BE(24 + i * 12);
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
  }
}
