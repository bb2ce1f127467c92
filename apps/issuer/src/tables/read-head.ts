import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { ReadUploadHead, UploadHead } from '../issuing/issuance-jobs/reading/upload-reader.js';
import { decodeText } from './decode-text.js';
import { MOST_COLUMNS } from './limits.js';
import { csvFault, separated } from './read-csv.js';
import { bytesOf } from './read-xlsx.js';
import { EMPTY_FILE, EMPTY_SHEET, tooManyColumns, UploadFault } from './upload-fault.js';
import { sheetRows } from './xlsx/sheet-rows.js';
import { openWorkbook } from './xlsx/workbook.js';

/** Characters of a table of text that are looked at. */
const MOST_OF_A_HEAD = 200_000;

/** Reads the names of the columns of a table and its first rows. What keeps it from being read is answered. */
export const readUploadHead: ReadUploadHead = async (format, bytes, isColumn, most) => {
  try {
    const found = format === 'csv' ? await headOfCsv(bytes, isColumn, most + 1) : await headOfWorkbook(bytes, most + 1);
    return headOf(found, format === 'csv' ? EMPTY_FILE : EMPTY_SHEET);
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error;
    return { ok: false, problem: error.problem };
  }
};

type Cells = readonly string[];

function headOf([header, ...rows]: readonly Cells[], nothing: string): UploadHead {
  if (header === undefined) throw new UploadFault('empty', nothing);
  if (header.length > MOST_COLUMNS) throw tooManyColumns(1, header.length);
  return { ok: true, header: header.map((cell) => cell.trim()), rows };
}

async function headOfWorkbook(bytes: AsyncIterable<Uint8Array>, most: number): Promise<readonly Cells[]> {
  const found: Cells[] = [];
  for await (const { cells } of sheetRows(await openWorkbook(await bytesOf(bytes)))) {
    found.push(cells);
    if (found.length === most) break;
  }
  return found;
}

async function headOfCsv(bytes: AsyncIterable<Uint8Array>, isColumn: (name: string) => boolean, most: number): Promise<readonly Cells[]> {
  const { body, delimiter } = separated(await beginningOf(bytes), isColumn);
  return firstRecords(body, delimiter, most);
}

async function beginningOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const part of bytes) {
      size += part.length;
      yield part;
    }
  }
  let text = '';
  try {
    for await (const part of decodeText(counted())) {
      text += part;
      if (text.length >= MOST_OF_A_HEAD) break;
    }
  } catch (error) {
    // A beginning may end within a character.
    if (!(error instanceof UploadFault) || error.problem.byte !== size || text === '') throw error;
  }
  return text.slice(0, MOST_OF_A_HEAD);
}

/** As many of the first records as are whole: the last one of a beginning may be cut within a quoted cell. */
function firstRecords(text: string, delimiter: string, most: number): readonly Cells[] {
  for (let to = most; ; to -= 1) {
    try {
      const found: readonly Cells[] = parse(text, {
        ...{ delimiter, record_delimiter: '\n', trim: true, skip_empty_lines: true, relax_column_count: true, to },
      });
      return found;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      if (to === 1) throw csvFault(error, 1);
    }
  }
}
