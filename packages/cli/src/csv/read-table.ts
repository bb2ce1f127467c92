import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../usage-error.js';

/** A file as cells. */
export interface Table {
  readonly delimiter: string;
  readonly header: TableRow;
  /** Without those of which every cell is empty. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** The line of the file in which the row begins; the first is 1. */
  readonly line: number;
  /** The place among all rows after the header, the empty ones included; the first is 0. */
  readonly index: number;
  /** Without white space around them. */
  readonly cells: readonly string[];
  /** The row as it stands in the file, without line ends around it. */
  readonly raw: string;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const NAMES: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };
/** Only so much is read to find out what separates cells. */
const HEADER_LENGTH = 10_000;

/**
 * Reads CSV (RFC 4180). What separates cells is named by a first line `sep=;`, as spreadsheets write it, or else is what makes the most of
 * the first line. Throws a UsageError that names the line when cells cannot be told apart.
 *
 * @param isKnown whether a cell of the first line is the name of a column
 */
export function readTable(text: string, file: string, isKnown: (name: string) => boolean): Table {
  // Whatever ends the lines, they are counted alike.
  const lines = text.replace(/\r\n?/g, '\n');
  const named = /^"?sep=([^\n])"?\1{0,50}[^\S\n]{0,50}(?:\n|$)/i.exec(lines.slice(0, 120));
  const body = named === null ? lines : lines.slice(named[0].length);
  const delimiter = named?.[1] ?? delimiterOf(body, isKnown);
  if (NAMES[delimiter] === undefined)
    throw new UsageError(`${file} says in line 1 that “${delimiter}” separates cells; take ${Object.values(NAMES).join(', ')}.`);
  const skipped = named === null ? 0 : 1;
  const [header, ...rows] = parsed(body, delimiter, file, skipped);
  const none: TableRow = { line: 1 + skipped, index: 0, cells: [], raw: '' };
  const filled = rows.map((row, index) => ({ ...row, index })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { delimiter, header: header ?? none, rows: filled };
}

/** That which finds the most known columns, and among equals the one that finds the most cells. */
function delimiterOf(text: string, isKnown: (name: string) => boolean): string {
  const scores = DELIMITERS.map((delimiter) => {
    const cells = firstRow(text.slice(0, HEADER_LENGTH), delimiter);
    return { delimiter, known: cells.filter(isKnown).length, cells: cells.length };
  });
  return scores.reduce((best, each) => (each.known > best.known || (each.known === best.known && each.cells > best.cells) ? each : best))
    .delimiter;
}

function firstRow(text: string, delimiter: string): readonly string[] {
  try {
    const [cells = []] = parse(text, {
      delimiter,
      record_delimiter: '\n',
      to: 1,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    return cells as readonly string[];
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  /** `lines`: that in which the record ends. */
  readonly info: { readonly lines: number };
}

function parsed(text: string, delimiter: string, file: string, skipped: number): readonly TableRow[] {
  try {
    const options = {
      delimiter,
      skip_empty_lines: true,
      trim: true,
      info: true,
      raw: true,
      relax_column_count: true,
      record_delimiter: '\n',
    } as const;
    return (parse(text, options) as unknown as readonly Parsed[]).map(({ record, raw: found, info }, index) => {
      const raw = withoutLineEnds(found);
      return { line: info.lines + skipped - lineEnds(raw), index, cells: record.map((cell) => cell.trim()), raw };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? `line ${error.lines + skipped}: ` : '';
    throw new UsageError(`${file}: ${line}${SAID[error.code] ?? error.message}. Nothing was issued.`);
  }
}

const SAID: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens a cell and is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'after the quotation mark that closes a cell comes more text; write a quotation mark inside of a cell twice',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands in the middle of a cell; put the whole cell into quotation marks, and write this one twice',
};

/** A row without the empty lines before it, which belong to its text for the parser, and without the line end after it. */
function withoutLineEnds(text: string): string {
  const [before] = /^(?:[^\S\n]*\n)*/.exec(text) ?? [''];
  return text.slice(before.length, text.endsWith('\n') ? -1 : undefined);
}

const lineEnds = (text: string): number => text.split('\n').length - 1;
