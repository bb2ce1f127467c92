import { escapeMarkup } from '../public/layout/html.js';
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
  /** In px; without it, any number of lines up to `maxLines` has room. */
  readonly height?: number;
  /** Font sizes in px to try, the largest first. */
  readonly sizes: readonly number[];
}

/** The distance of two lines, in font sizes. */
const LEADING = 1.16;
/** Marks above and below one letter; more would leave the line. */
const MOST_MARKS = 2;

/** Breaks a text into lines at the largest size at which all of it fits; at the smallest it is cut with an ellipsis. */
export function fitText(given: string, box: Box, font: FontMetrics): FittedText {
  const text = withFewMarks(given);
  const most = (size: number): number =>
    Math.max(1, Math.min(box.maxLines, Math.floor((box.height ?? Number.POSITIVE_INFINITY) / (size * LEADING))));
  for (const size of box.sizes) {
    const lines = wrap(text, box.width / size, font);
    if (lines.length <= most(size) && !splitsAWord(text, lines)) return { lines, size };
  }
  const size = box.sizes.at(-1)!;
  const lines = wrap(text, box.width / size, font);
  const last = most(size) - 1;
  if (lines.length <= last + 1) return { lines, size };
  return { lines: [...lines.slice(0, last), ellipsis(lines[last]!, box.width / size, font)], size };
}

/** Where lines stand in an SVG: around a middle, from a place or on both sides of it. */
interface Place {
  readonly x: number;
  readonly middle: number;
  readonly anchor?: 'start' | 'middle';
}

/**
 * Lines as text of an SVG that readers draw with fonts that we do not know: the width of each line is prescribed, so that it stays where it was
 * measured.
 */
export function svgText(fitted: FittedText, place: Place, font: FontMetrics): string {
  return placed(fitted, place, (line, x, y, size) =>
    textAt(line, x, y, size, ` textLength="${(widthOf(line, font) * size).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`),
  );
}

/** Lines of an SVG that we draw ourselves: as text, and as outlines where the font says so. */
export function svgLines(fitted: FittedText, place: Place, font: FontMetrics): string {
  return placed(fitted, place, (line, x, y, size) => {
    const outline = font.outline?.(line) ?? null;
    if (outline === null || outline === 'impossible') return textAt(line, x, y, size, '');
    const from = place.anchor === 'middle' ? x - (outline.width * size) / 2 : x;
    return `<path transform="translate(${from.toFixed(1)} ${y.toFixed(1)}) scale(${size / 1000})" d="${outline.path}"/>`;
  });
}

/** A text for an SVG. No text of ours may look like a reference to something outside (`@import`, `url(`): a picture that has one is not drawn. */
export function escapeSvgText(text: string): string {
  return escapeMarkup(text).replace(/[@(]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const textAt = (line: string, x: number, y: number, size: number, more: string): string =>
  `<text x="${x}" y="${y.toFixed(1)}" font-size="${size}"${more}>${escapeSvgText(line)}</text>`;

function placed(
  { lines, size }: FittedText,
  { x, middle }: Place,
  draw: (line: string, x: number, y: number, size: number) => string,
): string {
  const leading = size * LEADING;
  const first = middle - ((lines.length - 1) * leading) / 2 + size * 0.35;
  return lines.map((line, at) => draw(line, x, first + at * leading, size)).join('\n');
}

function withFewMarks(text: string): string {
  let out = '';
  let marks = 0;
  for (const char of text) {
    marks = /\p{Mn}|\p{Me}/u.test(char) ? marks + 1 : 0;
    if (marks <= MOST_MARKS) out += char;
  }
  return out;
}

/** The width of a text in ems. Characters that the font lacks are guessed: as wide as high for CJK and emoji. */
export function widthOf(text: string, font: FontMetrics): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += clusterWidth(segment, font);
  return width;
}

/** Letters, marks and digits: a text without one of them is another text. */
const WORDS = /[\p{L}\p{M}\p{N}]/u;
/** Emoji, also those made of digits and of letters for regions. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * The text as the font can draw it: without emoji and signs that the font lacks. Null when it lacks a letter, for half a name is none, or when
 * nothing is left. A picture shows no empty boxes.
 */
export function drawable(text: string, font: FontMetrics): string | null {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    const blank = segment.trim() === '';
    const possible = blank || [...segment.replace(JOINERS, '')].every((char) => font.advance(char.codePointAt(0)!) !== null);
    if (possible) kept += blank ? ' ' : segment;
    else if (WORDS.test(segment) && !EMOJI.test(segment)) return null;
  }
  const shown = kept.replace(/\s+/gu, ' ').trim();
  return shown === '' || font.outline?.(shown) === 'impossible' ? null : shown;
}

function clusterWidth(cluster: string, font: FontMetrics): number {
  const first = cluster.codePointAt(0)!;
  return font.width?.(cluster) ?? font.advance(first) ?? (WIDE.test(cluster) ? 1 : 0.7);
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
