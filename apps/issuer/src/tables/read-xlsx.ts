import type { UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import type { SourceRow } from '../store/index.js';
import { TOGETHER } from './limits.js';
import { UploadFault } from './upload-fault.js';
import { type OddCell, sheetRows } from './xlsx/sheet-rows.js';
import { openWorkbook } from './xlsx/workbook.js';

/**
 * Reads the first visible sheet of a workbook (ECMA-376). The upload is kept in memory, as its parts stand in any order; what is unpacked of it is
 * read as it comes. Throws an UploadFault, also where a column of ours has a cell without a value of its own.
 */
export async function* readXlsx(bytes: AsyncIterable<Uint8Array>, isColumn: (name: string) => boolean): AsyncGenerator<UploadPart> {
  const book = openWorkbook(await whole(bytes));
  let header: readonly string[] | null = null;
  let rows: SourceRow[] = [];
  for (const { line, cells, odd } of sheetRows(book)) {
    const names = header ?? cells;
    const strange = odd.find(({ column }) => isColumn(names[column] ?? ''));
    if (strange !== undefined) throw oddCell(strange, line);
    if (header === null) {
      header = cells;
      yield { kind: 'header', cells };
      continue;
    }
    rows.push([line, [...cells, ...Array.from({ length: Math.max(0, header.length - cells.length) }, () => '')]]);
    if (rows.length < TOGETHER) continue;
    yield { kind: 'rows', rows };
    rows = [];
  }
  if (header === null)
    throw new UploadFault('empty', 'The first sheet is empty. Its first row names the columns, and each further row is one badge.');
  if (rows.length > 0) yield { kind: 'rows', rows };
}

function oddCell({ kind, place }: OddCell, line: number): UploadFault {
  const said = {
    formula: `Cell ${place} holds a formula without the value that it has: open the file in the spreadsheet program and save it again.`,
    error: `Cell ${place} holds an error of the spreadsheet program, such as #REF!: correct it.`,
    merged: `The cells ${place} are merged over several rows, so that only the first has a value: divide them, and fill in each row.`,
  } as const;
  return new UploadFault('malformed-table', said[kind], { line });
}

/** An upload of this format has at most 50 MB. */
async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
