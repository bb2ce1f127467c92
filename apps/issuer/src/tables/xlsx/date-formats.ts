import { readWholeXml } from './xml-events.js';

/** Number formats that every workbook has, and that show a date or a time (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const MOST_STYLES = 100_000;

/** By the number of a style: whether it shows a number as a date. */
export async function dateStyles(pieces: Iterable<Uint8Array>): Promise<(style: number) => boolean> {
  const named = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readWholeXml(pieces, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt' && named.size < MOST_STYLES)
        named.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      else if (name === 'xf' && inCells && styles.length < MOST_STYLES) styles.push(showsDate(Number(attributes.numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return (style) => styles[style] === true;

  function showsDate(format: number): boolean {
    return named.get(format) ?? BUILT_IN.some(([from, to]) => format >= from && format <= to);
  }
}

/** Whether a format has days, months, years or hours, outside of quoted text, escaped letters and colours or locales in brackets. */
function isDateFormat(code: string): boolean {
  let plain = '';
  let end = '';
  for (let at = 0; at < Math.min(code.length, 500); at += 1) {
    const letter = code[at] as string;
    if (end !== '') {
      if (letter === end) end = '';
    } else if (letter === '"') end = '"';
    else if (letter === '[') end = ']';
    else if (letter === '\\' || letter === '_' || letter === '*') at += 1;
    else plain += letter;
  }
  return /[dmyhs]/i.test(plain) && !/general/i.test(plain);
}

/** The day 0 of each of the two calendars that workbooks have. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/** The date that a number of days stands for, as ISO 8601: a day, or with a time of day an instant in UTC; null for none. */
export function dateOf(days: number, calendar: keyof typeof EPOCHS): string | null {
  if (!(days >= 1 && days < 2_958_466)) return null;
  const iso = new Date(EPOCHS[calendar] + Math.round(days * 86_400) * 1000).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}
