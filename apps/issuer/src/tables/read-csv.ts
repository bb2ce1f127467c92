import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import type { UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import type { SourceRow } from '../store/index.js';
import { decodeText } from './decode-text.js';
import { MOST_COLUMNS, MOST_OF_A_ROW, TOGETHER } from './limits.js';
import { EMPTY_FILE, tooManyColumns, UploadFault } from './upload-fault.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const NAMES: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };
/** Only so much is read to find out what separates cells. */
const HEADER_LENGTH = 10_000;

interface Parsed {
  readonly record: readonly string[];
  /** `lines`: that in which the record ends. */
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV (RFC 4180). What separates cells is named by a first line `sep=;`, as spreadsheets write it, or else is what makes the most of the first
 * line. Rows without a value are left out. Throws an UploadFault that names the line when cells cannot be told apart.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, isColumn: (name: string) => boolean): AsyncGenerator<UploadPart> {
  const text = decodeText(bytes);
  const { body, delimiter, skipped } = separated(await beginning(text), isColumn);
  yield* partsOf(rest(body, text), delimiter, skipped);
}

async function beginning(text: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (head.length < HEADER_LENGTH) {
    const { done, value } = await text.next();
    if (done === true) break;
    head += value;
  }
  return head;
}

/** What separates the cells of a text, and how many lines say nothing but that. Throws an UploadFault. */
export function separated(
  head: string,
  isColumn: (name: string) => boolean,
): { readonly body: string; readonly delimiter: string; readonly skipped: number } {
  const named = /^"?sep=([^\n])"?\1{0,50}[^\S\n]{0,50}(?:\n|$)/i.exec(head.slice(0, 120));
  const body = named === null ? head : head.slice(named[0].length);
  const delimiter = named?.[1] ?? delimiterOf(body, isColumn);
  if (NAMES[delimiter] === undefined) {
    const known = Object.values(NAMES).join(', ');
    throw new UploadFault('malformed-table', `Line 1 says that “${delimiter}” separates cells; take ${known}.`, { line: 1 });
  }
  return { body, delimiter, skipped: named === null ? 0 : 1 };
}

async function* rest(first: string, text: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* text;
}

async function* partsOf(text: AsyncIterable<string>, delimiter: string, skipped: number): AsyncGenerator<UploadPart> {
  let ended = 0;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    info: true,
    max_record_size: MOST_OF_A_ROW,
    // Rows that were read and not taken yet are lost with an error.
    on_record(record: string[], { lines }) {
      ended = lines;
      return record;
    },
  });
  // What goes wrong before the parser comes out of it.
  pipeline(Readable.from(text), parser, () => undefined);
  let header: readonly string[] | null = null;
  let rows: SourceRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = info.lines + skipped - newlinesIn(record);
      if (record.length > MOST_COLUMNS) throw tooManyColumns(line, record.length);
      const cells = record.map((cell) => cell.trim());
      if (header === null) {
        header = cells;
        yield { kind: 'header', cells };
      } else if (cells.some((cell) => cell !== '')) {
        rows.push([line, cells]);
        if (rows.length === TOGETHER) {
          yield { kind: 'rows', rows };
          rows = [];
        }
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Of a cell that is never closed, the parser names the line in which the file ends.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    throw csvFault(error, open ? ended + skipped + 1 : typeof error.lines === 'number' ? error.lines + skipped : undefined);
  }
  if (header === null) throw new UploadFault('empty', EMPTY_FILE);
  if (rows.length > 0) yield { kind: 'rows', rows };
}

/** What an error of the parser says of a file. */
export function csvFault({ code }: CsvError, line: number | undefined): UploadFault {
  const said = SAID[code] ?? 'the cells cannot be told apart';
  const place = line === undefined ? {} : { line };
  return new UploadFault(code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'malformed-table', `Line ${line ?? '?'}: ${said}.`, place);
}

const SAID: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens a cell and is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'after the quotation mark that closes a cell comes more text; write a quotation mark inside of a cell twice',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands in the middle of a cell; put the whole cell into quotation marks, and write this one twice',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${MOST_OF_A_ROW} characters, the most that is read; a quotation mark may never be closed`,
};

/** Line feeds inside of quoted cells. */
function newlinesIn(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** That which finds the most known columns, and among equals the one that finds the most cells. */
function delimiterOf(text: string, isColumn: (name: string) => boolean): string {
  const scores = DELIMITERS.map((delimiter) => {
    const cells = firstRow(text.slice(0, HEADER_LENGTH), delimiter);
    return { delimiter, known: cells.filter(isColumn).length, cells: cells.length };
  });
  return scores.reduce((best, each) => (each.known > best.known || (each.known === best.known && each.cells > best.cells) ? each : best))
    .delimiter;
}

function firstRow(text: string, delimiter: string): readonly string[] {
  try {
    const [cells = []] = parseAtOnce(text, {
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
