import { zipSync } from 'fflate';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/**
 * A workbook of one sheet, as spreadsheet programs save it, with what is looked at and nothing else.
 *
 * @param rows - the rows of the sheet, as XML
 * @param merged - its merged cells, as XML
 */
export function workbook(rows: string, merged = ''): Buffer {
  const book = zipSync({
    'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`),
    'xl/workbook.xml': text('<workbook xmlns:r="r"><sheets><sheet name="People" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': text('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/styles.xml': text('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/sharedStrings.xml': text('<sst></sst>'),
  });
  return Buffer.from(book);
}

/** A cell with a text. */
export const textCell = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** A row of cells. */
export const sheetRow = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
