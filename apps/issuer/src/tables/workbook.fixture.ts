import { zipSync } from 'fflate';

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface Book {
  readonly sheet: string;
  readonly strings?: string;
  readonly merged?: string;
  readonly book?: string;
}

/** A workbook with what is looked at, and nothing else. */
export function workbook({ sheet, strings = '', merged = '', book = '' }: Book): Uint8Array {
  const files = {
    '[Content_Types].xml': text(`${OPEN}<Types/>`),
    'xl/worksheets/sheet7.xml': text(`${OPEN}<worksheet><sheetData>${sheet}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`),
    'xl/workbook.xml': text(
      `${OPEN}<workbook xmlns:r="r">${book}<sheets><sheet name="Old" state="hidden" r:id="r1"/><sheet name="People" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `${OPEN}<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet7.xml"/></Relationships>`,
    ),
    'xl/styles.xml': text(
      `${OPEN}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': text(`${OPEN}<sst>${strings}</sst>`),
  };
  // Some tests make much text, and how small it gets is not what they look at.
  return zipSync(files, { level: 1 });
}

export const cell = (place: string, value: string, more = ''): string =>
  `<c r="${place}" t="inlineStr"${more}><is><t>${value}</t></is></c>`;
export const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
