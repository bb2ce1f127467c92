import type { FontMetrics } from './font.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const JOINERS = /[\p{Default_Ignorable_Code_Point}]/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u;

/** Lines of one text at one size that fit their box. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface Box {
  readonly width: number;
  readonly maxLines: number;
  /** Font sizes in px to try, the largest first. */
  readonly sizes: readonly number[];
}

/** Breaks a text into lines at the largest size at which all of it fits; at the smallest it is cut with an ellipsis. */
export function fitText(text: string, box: Box, font: FontMetrics): FittedText {
  for (const size of box.sizes) {
    const lines = wrap(text, box.width / size, font);
    if (lines.length <= box.maxLines && !splitsAWord(text, lines)) return { lines, size };
  }
  const size = box.sizes.at(-1)!;
  const lines = wrap(text, box.width / size, font);
  if (lines.length <= box.maxLines) return { lines, size };
  return { lines: [...lines.slice(0, box.maxLines - 1), ellipsis(lines[box.maxLines - 1]!, box.width / size, font)], size };
}

/** The width of a text in ems. Characters that the font lacks are guessed: as wide as high for CJK and emoji. */
export function widthOf(text: string, font: FontMetrics): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += clusterWidth(segment, font);
  return width;
}

/**
 * The text without what the font cannot draw, and how much of it is left (0 to 1, of all that is not white space).
 * A picture shows no empty boxes.
 */
export function drawable(text: string, font: FontMetrics): { readonly text: string; readonly share: number } {
  let kept = '';
  let all = 0;
  let drawn = 0;
  for (const { segment } of graphemes.segment(text)) {
    const blank = segment.trim() === '';
    const possible = blank || [...segment.replace(JOINERS, '')].every((char) => font.advance(char.codePointAt(0)!) !== null);
    if (possible) kept += blank ? ' ' : segment;
    if (blank) continue;
    all++;
    if (possible) drawn++;
  }
  return { text: kept.replace(/\s+/gu, ' ').trim(), share: all === 0 ? 0 : drawn / all };
}

function clusterWidth(cluster: string, font: FontMetrics): number {
  const first = cluster.codePointAt(0)!;
  return font.advance(first) ?? (WIDE.test(cluster) ? 1 : 0.7);
}

function wrap(text: string, max: number, font: FontMetrics): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((piece) => piece !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined, font) <= max) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && widthOf(line + segment, font) > max) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  return line === '' ? lines : [...lines, line];
}

// Scripts without spaces break anywhere; a word of letters is better set smaller than broken.
function splitsAWord(text: string, lines: readonly string[]): boolean {
  return (
    !WIDE.test(text) &&
    lines.join(' ') !==
      text
        .split(/\s+/u)
        .filter((piece) => piece !== '')
        .join(' ')
  );
}

function ellipsis(line: string, max: number, font: FontMetrics): string {
  const clusters = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (clusters.length > 1 && widthOf(`${clusters.join('')}…`, font) > max) clusters.pop();
  return `${clusters.join('').trimEnd()}…`;
}
