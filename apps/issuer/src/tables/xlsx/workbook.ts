import { dateStyles } from './date-formats.js';
import { sharedStrings } from './shared-strings.js';
import { readWholeXml } from './xml-events.js';
import { notAWorkbook, zipEntry } from './zip-entry.js';

/** What is needed to read the cells of a workbook's first visible sheet. */
export interface Workbook {
  readonly sheet: () => Iterable<Uint8Array>;
  readonly calendar: 1900 | 1904;
  readonly textAt: (index: number) => string | null;
  readonly isDate: (style: number) => boolean;
}

const BOOK = 'xl/workbook.xml';
const MOST_SHEETS = 1000;

/** Throws an UploadFault for what is no workbook. */
export async function openWorkbook(archive: Uint8Array): Promise<Workbook> {
  // An encrypted workbook, and one of before 2007, are compound files.
  if (archive[0] === 0xd0 && archive[1] === 0xcf) throw notAWorkbook('It has a password, or is an .xls file of before 2007.');
  if (archive[0] !== 0x50 || archive[1] !== 0x4b) throw notAWorkbook('It is of another kind.');
  const sheets: { readonly relation: string; readonly visible: boolean }[] = [];
  let calendar: Workbook['calendar'] = 1900;
  await readWholeXml(zipEntry(archive, BOOK), {
    open(name, attributes) {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes.date1904 ?? '')) calendar = 1904;
      if (name === 'sheet' && sheets.length < MOST_SHEETS)
        sheets.push({ relation: attributes['r:id'] ?? '', visible: (attributes.state ?? 'visible') === 'visible' });
    },
  });
  const first = sheets.find(({ visible }) => visible);
  if (first === undefined) throw notAWorkbook('It has no sheet that can be seen.');
  const targets = new Map<string, string>();
  await readWholeXml(zipEntry(archive, 'xl/_rels/workbook.xml.rels'), {
    open(name, { Id: id = '', Target: target = '' }) {
      if (name === 'Relationship' && targets.size < MOST_SHEETS * 2)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const path = targets.get(first.relation) ?? 'xl/worksheets/sheet1.xml';
  return {
    sheet: () => zipEntry(archive, path),
    calendar,
    textAt: await sharedStrings(zipEntry(archive, 'xl/sharedStrings.xml')),
    isDate: await dateStyles(zipEntry(archive, 'xl/styles.xml')),
  };
}
