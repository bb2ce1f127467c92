import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** The font files that pictures are drawn with: ours, so that a bare machine draws the same picture as any other. */
export const FONT_FILES: readonly string[] = [join(FOLDER, 'DejaVuSans.ttf'), join(FOLDER, 'DejaVuSans-Bold.ttf')];
export const FONT_FAMILY = 'DejaVu Sans';

/** What laying out text needs to know of a font. */
export interface FontMetrics {
  /** The advance of a code point in ems, or null when the font has no glyph for it. */
  advance(codePoint: number): number | null;
}

/** The metrics of the bold face, which titles are set in. */
export function loadMetrics(): FontMetrics {
  metrics ??= readMetrics(readFileSync(FONT_FILES[1]!));
  return metrics;
}
let metrics: FontMetrics | undefined;

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
