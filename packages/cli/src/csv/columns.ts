import { UsageError } from '../usage-error.js';
import type { Table, TableRow } from './read-table.js';

const COLUMNS = ['email', 'did', 'name', 'evidence', 'valid_from', 'valid_until'] as const;
export type Column = (typeof COLUMNS)[number];
/** The cells of a row by their columns; an empty one is absent. */
export type Cells = Readonly<Partial<Record<Column, string>>>;

export const COLUMN_HELP = `The first line names the columns: email or did, and if you like name, evidence (links, separated by spaces, commas or semicolons), valid_from, valid_until.`;

/** What people mean by other words. */
const MEANT: Readonly<Record<string, Column>> = {
  mail: 'email',
  address: 'email',
  link: 'evidence',
  url: 'evidence',
  work: 'evidence',
  student: 'name',
  recipient: 'name',
  first_name: 'name',
  last_name: 'name',
  issued: 'valid_from',
  expires: 'valid_until',
};

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '_');

/** The column that a cell of the first line names, or null. */
export function columnOf(name: string): Column | null {
  const plain = plainName(name).replace('e_mail', 'email');
  return COLUMNS.find((known) => known === plain) ?? null;
}

/** The columns of a file in their order, null for one without a name. Throws a UsageError for an unknown one and for one that is there twice. */
export function columnsOf({ header }: Table, file: string): readonly (Column | null)[] {
  const columns = header.cells.map((name, at) => {
    if (name === '') return null;
    const column = columnOf(name);
    if (column !== null) return column;
    const meant = nearest(plainName(name));
    const hint = meant === null ? '' : ` Did you mean “${meant}”?`;
    throw new UsageError(
      `${file} has in line ${header.line} the column “${name.slice(0, 60)}” (the ${nth(at)}), which is none of ours.${hint} ${COLUMN_HELP}`,
    );
  });
  columns.forEach((column, at) => {
    const first = columns.indexOf(column);
    if (column !== null && first < at)
      throw new UsageError(`${file} has the column “${column}” twice, as the ${nth(first)} and the ${nth(at)}. Nothing was issued.`);
  });
  return columns;
}

/**
 * The cells of a row by their columns. A column without a name and without a value is nothing. Throws a UsageError for a value in such a
 * column, and for a row that ends before the last named column: then a cell may be missing in its middle.
 */
export function cellsOf({ line, cells }: TableRow, columns: readonly (Column | null)[], file: string): Cells {
  const last = columns.findLastIndex((column) => column !== null);
  if (cells.length <= last)
    throw new UsageError(
      `${file}: line ${line} has ${count(cells.length, 'cell')}, and the first line names ${count(last + 1, 'column')}. Nothing was issued.`,
    );
  const found: Partial<Record<Column, string>> = {};
  cells.forEach((cell, at) => {
    if (cell === '') return;
    const column = columns[at] ?? null;
    if (column === null)
      throw new UsageError(
        `${file}: line ${line} has “${cell.slice(0, 60)}” as its ${nth(at)} cell, for which the first line names no column. Nothing was issued.`,
      );
    found[column] = cell;
  });
  return found;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function nth(index: number): string {
  const n = index + 1;
  const end = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
}

/** The column that a name resembles, by no more than two letters; or that is meant by a word in it. */
function nearest(name: string): Column | null {
  const short = name.slice(0, 40);
  const near = COLUMNS.find((known) => distance(short, known) <= (known.length > 4 ? 2 : 1));
  if (near !== undefined) return near;
  const word = [...COLUMNS, ...Object.keys(MEANT)].find((each) => each.length > 3 && short.includes(each));
  return COLUMNS.find((known) => known === word) ?? MEANT[word ?? short] ?? null;
}

/** Letters to add, leave out or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
