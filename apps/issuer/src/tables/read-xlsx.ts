import type { UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import type { SourceRow } from '../store/index.js';
import { TOGETHER } from './limits.js';
import { EMPTY_SHEET, UploadFault } from './upload-fault.js';
import { sheetRows } from './xlsx/sheet-rows.js';
import { openWorkbook } from './xlsx/workbook.js';

/** Cells of one row whose faults are told. */
const MOST_ODD = 20;

/**
 * Reads the first visible sheet of a workbook (ECMA-376). The upload is kept in memory, as its parts stand in any order; what is unpacked of it is
 * read as it comes. Cells of our columns that have no value of their own go with their row. Throws an UploadFault.
 */
export async function* readXlsx(
  bytes: AsyncIterable<Uint8Array>,
  isColumn: (name: string) => boolean,
  isId: (name: string) => boolean = () => false,
): AsyncGenerator<UploadPart> {
  const book = await openWorkbook(await bytesOf(bytes));
  let header: readonly string[] | null = null;
  let rows: SourceRow[] = [];
  for await (const { line, cells, odd } of sheetRows(book)) {
    if (header === null) {
      header = cells;
      yield { kind: 'header', cells };
      continue;
    }
    const names = header;
    const whole = [...cells, ...Array.from({ length: Math.max(0, names.length - cells.length) }, () => '')];
    const strange = odd.filter(({ kind, column }) => (kind === 'no-id' ? isId : isColumn)(names[column] ?? '')).slice(0, MOST_ODD);
    rows.push([line, strange.length === 0 ? whole : { cells: whole, odd: strange }]);
    if (rows.length < TOGETHER) continue;
    yield { kind: 'rows', rows };
    rows = [];
  }
  if (header === null) throw new UploadFault('empty', EMPTY_SHEET);
  if (rows.length > 0) yield { kind: 'rows', rows };
}

/** An upload of this format has at most 50 MB. */
export async function bytesOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
