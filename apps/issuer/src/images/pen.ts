import { readFileSync } from 'node:fs';
import type PDFDocument from 'pdfkit';
import { plainText } from '../public/layout/plain-text.js';
import { BOLD, type FontMetrics, metricsOf, REGULAR, type Weight } from './font.js';
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

/** Writes foreign text onto a page: what our fonts lack is left out, what has no room is cut. */
export interface Pen {
  /** Writes at a place, and answers where the text ends below. */
  write(text: string, x: number, y: number, setting: Setting): number;
}

interface Face {
  readonly weight: Weight;
  readonly metrics: FontMetrics;
  readonly own: FontMetrics;
  readonly files: { readonly own: Buffer; readonly other: Buffer };
}

let faces: Readonly<Record<Setting['weight'], Face>> | undefined;

const faceOf = (weight: Weight): Face => ({
  weight,
  metrics: metricsOf(weight),
  own: metricsOf({ own: weight.own, other: weight.own }),
  files: { own: readFileSync(weight.own), other: readFileSync(weight.other) },
});

const LEADING = 1.22;
/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export function penOf(pdf: Pdf): Pen {
  faces ??= { bold: faceOf(BOLD), regular: faceOf(REGULAR) };
  const { bold, regular } = faces;
  for (const [name, { files }] of Object.entries({ bold, regular })) {
    pdf.registerFont(name, files.own);
    pdf.registerFont(`${name}-other`, files.other);
  }
  return {
    write(text, x, y, setting) {
      const face = setting.weight === 'bold' ? bold : regular;
      const kept = drawable(plainText(text), face.metrics).text;
      if (kept === '') return y;
      const { lines, size } = fitText(kept, setting, face.metrics);
      const draw = (): void => {
        pdf.fillColor(setting.colour).fontSize(size);
        for (const [at, line] of lines.entries()) drawLine(pdf, line, x, y + at * size * LEADING, setting, face);
      };
      pdf.addStructure(pdf.struct(setting.role ?? 'P', {}, draw));
      return y + lines.length * size * LEADING;
    },
  };
}

/** A line with a font for each run of letters; one that is written from right to left has one font, which orders it. */
function drawLine(pdf: Pdf, line: string, x: number, y: number, { weight, link }: Setting, { own }: Face): void {
  let at = x;
  for (const [isOwn, run] of runsOf(line, own)) {
    pdf.font(isOwn ? weight : `${weight}-other`);
    pdf.text(run, at, y, { lineBreak: false, baseline: 'top', ...(link === undefined ? {} : { link, underline: false }) });
    at += pdf.widthOfString(run);
  }
}

function runsOf(line: string, own: FontMetrics): readonly (readonly [isOwn: boolean, run: string])[] {
  if (RIGHT_TO_LEFT.test(line)) return [[false, line]];
  const runs: [boolean, string][] = [];
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    const isOwn = [...segment].every((char) => own.advance(char.codePointAt(0) ?? 0) !== null);
    const last = runs.at(-1);
    if (last !== undefined && last[0] === isOwn) last[1] += segment;
    else runs.push([isOwn, segment]);
  }
  return runs;
}
