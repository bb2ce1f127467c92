import type { OddCell } from '../../store/index.js';
import { MOST_COLUMNS, MOST_OF_A_ROW } from '../limits.js';
import { tooManyColumns, UploadFault } from '../upload-fault.js';
import { dateOf } from './date-formats.js';
import { mergedCells } from './merged-cells.js';
import { placeOf } from './place-of.js';
import type { Workbook } from './workbook.js';
import { readXml, turns } from './xml-events.js';

export interface SheetRow {
  /** The number of the row in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly odd: readonly OddCell[];
}

/** The rows of a sheet, as they come, those without a value left out. Of a formula, its value is taken that was stored with it. */
export async function* sheetRows(book: Workbook): AsyncGenerator<SheetRow> {
  const merged = await mergedCells(book);
  const turn = turns();
  const found: SheetRow[] = [];
  let [line, column, length] = [0, 0, 0];
  let cells: string[] = [];
  let odd: OddCell[] = [];
  let cell = { place: '', type: '', style: 0, formula: false, value: '' };
  let inValue = false;
  for (const _ of readXml(book.sheet(), {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1);
        [cells, odd, column, length] = [[], [], 0, 0];
      } else if (name === 'c') {
        column = placeOf(attributes.r ?? '')?.column ?? column + 1;
        if (column > MOST_COLUMNS) throw tooManyColumns(line, column);
        cell = { place: attributes.r ?? '', type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), formula: false, value: '' };
      } else if (name === 'f') {
        cell.formula = true;
      }
      inValue = name === 'v' || (name === 't' && cell.type === 'inlineStr');
    },
    text(text) {
      if (!inValue) return;
      length += text.length;
      if (length > MOST_OF_A_ROW)
        throw new UploadFault('row-too-long', `Row ${line} is longer than ${MOST_OF_A_ROW} characters, the most that is read.`, { line });
      cell.value += text;
    },
    close(name) {
      inValue = false;
      if (name === 'c') {
        while (cells.length < column) cells.push('');
        cells[column - 1] = valueOfCell(book, cell).trim();
        const kind = oddKind(book, cell);
        if (kind !== null) odd.push({ kind, place: cell.place, column: column - 1 });
      } else if (name === 'row' && (odd.length > 0 || cells.some((value) => value !== ''))) {
        odd.push(...merged(line));
        found.push({ line, cells, odd });
      }
    },
  })) {
    yield* found.splice(0);
    await turn();
  }
  yield* found;
}

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
  readonly value: string;
}

/** A spreadsheet program keeps 15 digits of a number. */
const MOST_OF_A_NUMBER = 1e15;

function oddKind({ isDate }: Workbook, { type, style, formula, value }: Cell): OddCell['kind'] | null {
  if (type === 'e') return 'error';
  if (formula && value === '' && type !== 'str') return 'formula';
  if (value === '') return null;
  const number = Number(value);
  const isWhole = Number.isInteger(number) && Math.abs(number) < MOST_OF_A_NUMBER && !isDate(style);
  return type === 'b' || type === 'd' || (type === 'n' && !isWhole) ? 'no-id' : null;
}

function valueOfCell({ textAt, isDate, calendar }: Workbook, { type, style, value }: Cell): string {
  if (type === 's') return textAt(Number(value)) ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  return (isDate(style) ? dateOf(number, calendar) : null) ?? (Number.isFinite(number) ? String(number) : value);
}
