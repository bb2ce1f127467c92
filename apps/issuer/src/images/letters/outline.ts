import type { Font } from 'fontkit';

/** A line of text as shapes: an SVG path from the left end of its baseline, in thousandths of the font size, `y` downwards. */
export interface Outline {
  readonly path: string;
  /** In ems. */
  readonly width: number;
}

/** A run of letters of one font and one direction. */
export interface Run {
  readonly font: Font;
  readonly text: string;
  readonly rtl: boolean;
}

/** Shapes a line by its fonts, one run after another from left to right. */
export function outlineOf(runs: readonly Run[]): Outline {
  const parts: string[] = [];
  let x = 0;
  for (const { font, text, rtl } of runs) {
    const unit = 1000 / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text, undefined, undefined, undefined, rtl ? 'rtl' : 'ltr');
    for (const [at, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      parts.push(glyph.path.transform(unit, 0, 0, -unit, x + xOffset * unit, -yOffset * unit).toSVG());
      x += xAdvance * unit;
    }
  }
  return { path: parts.join(''), width: x / 1000 };
}
