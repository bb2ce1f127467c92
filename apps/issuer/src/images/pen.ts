import { readFileSync } from 'node:fs';
import type PDFDocument from 'pdfkit';
import { plainText } from '../public/layout/plain-text.js';
import { BOLD, type FontMetrics, ownMetrics, REGULAR, type Weight } from './font.js';
import { lettersFor } from './letters/letters.js';
import type { Outline } from './letters/outline.js';
import { visualRuns } from './letters/visual-runs.js';
import { type Box, drawable, fitText } from './text-lines.js';

export type Pdf = InstanceType<typeof PDFDocument>;

/** How a text is set; extents in points. */
interface Setting extends Box {
  readonly weight: 'bold' | 'regular';
  readonly colour: string;
  /** Of the structure of the document: a heading, or a paragraph. */
  readonly role?: 'H1' | 'H2' | 'P';
  readonly link?: string;
}

/** Writes foreign text onto a page. What has no room is cut. */
export interface Pen {
  /** The text as it can be written; null when a letter of it cannot. */
  readable(text: string): string | null;
  /** Writes at a place, and answers where the text ends below. A text that is not readable is left out. */
  write(text: string, x: number, y: number, setting: Setting): number;
}

/** The files of a weight. */
interface Files {
  readonly weight: Weight;
  readonly own: FontMetrics;
  readonly files: { readonly own: Buffer; readonly other: Buffer };
}

interface Face extends Files {
  /** The metrics, with the letters of the texts that are to be written. */
  readonly metrics: FontMetrics;
}

let kept: Readonly<Record<Setting['weight'], Files>> | undefined;

const filesOf = (weight: Weight): Files => ({
  weight,
  own: ownMetrics(weight),
  files: { own: readFileSync(weight.own), other: readFileSync(weight.other) },
});

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const LEADING = 1.22;
/** The height of our typeface above its baseline, in ems. */
const ASCENT = 0.95;

/** @param texts - all foreign texts that are to be written */
export async function penOf(pdf: Pdf, texts: readonly string[]): Promise<Pen> {
  kept ??= { bold: filesOf(BOLD), regular: filesOf(REGULAR) };
  const plain = texts.map(plainText);
  const bold: Face = { ...kept.bold, metrics: await lettersFor(plain, BOLD) };
  const regular: Face = { ...kept.regular, metrics: await lettersFor(plain, REGULAR) };
  for (const [name, { files }] of Object.entries({ bold, regular })) {
    pdf.registerFont(name, files.own);
    pdf.registerFont(`${name}-other`, files.other);
  }
  return {
    readable: (text) => drawable(plainText(text), bold.metrics),
    write(text, x, y, setting) {
      const face = setting.weight === 'bold' ? bold : regular;
      const shown = drawable(plainText(text), face.metrics);
      if (shown === null) return y;
      const { lines, size } = fitText(shown, setting, face.metrics);
      const draw = (): void => {
        pdf.fillColor(setting.colour).fontSize(size);
        for (const [at, line] of lines.entries()) drawLine(pdf, line, { x, y: y + at * size * LEADING, size }, setting, face);
      };
      // Outlines are no text: what reads the page aloud reads this.
      const shapes = lines.some((line) => typeof face.metrics.outline?.(line) === 'object' && face.metrics.outline(line) !== null);
      pdf.addStructure(pdf.struct(setting.role ?? 'P', shapes ? { actual: shown } : {}, draw));
      return y + lines.length * size * LEADING;
    },
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A line with a font for each run of letters. */
function drawLine(pdf: Pdf, line: string, { x, y, size }: Place, { weight, link }: Setting, { own, metrics }: Face): void {
  const outline = metrics.outline?.(line) ?? null;
  if (outline !== null && outline !== 'impossible') {
    drawOutline(pdf, outline, { x, y, size }, link);
    return;
  }
  let at = x;
  for (const { isOwn, run, rtl } of runsOf(line, own)) {
    pdf.font(isOwn ? weight : `${weight}-other`);
    // Without features, the words of a run are set one after another from left to right, whatever their letters are.
    const whole = rtl ? { features: [] } : {};
    pdf.text(run, at, y, { lineBreak: false, baseline: 'top', ...whole, ...(link === undefined ? {} : { link, underline: false }) });
    at += pdf.widthOfString(run, whole);
  }
}

function drawOutline(pdf: Pdf, { path, width }: Outline, { x, y, size }: Place, link: string | undefined): void {
  pdf.save();
  pdf.translate(x, y + size * ASCENT).scale(size / 1000);
  pdf.path(path).fill();
  pdf.restore();
  if (link !== undefined) pdf.link(x, y, width * size, size * LEADING, link);
}

/** A part of a line in one font and one direction. */
interface FontRun {
  readonly isOwn: boolean;
  readonly run: string;
  readonly rtl: boolean;
}

/** The runs of one font as they stand beside each other; those from right to left are ordered inside by their font. */
function runsOf(line: string, own: FontMetrics): readonly FontRun[] {
  return visualRuns(line).flatMap(({ text, rtl }) => (rtl ? [{ isOwn: false, run: text, rtl }] : fontsOf(text, own)));
}

function fontsOf(text: string, own: FontMetrics): readonly FontRun[] {
  const runs: { isOwn: boolean; run: string; rtl: false }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const isOwn = [...segment].every((char) => own.advance(char.codePointAt(0) ?? 0) !== null);
    const last = runs.at(-1);
    if (last?.isOwn === isOwn) last.run += segment;
    else runs.push({ isOwn, run: segment, rtl: false });
  }
  return runs;
}
