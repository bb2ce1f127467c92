import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import { readUpload } from './read-upload.js';
import { cell, row, text, workbook } from './workbook.fixture.js';

async function read(archive: Uint8Array, size = 1000): Promise<readonly UploadPart[]> {
  async function* bytes() {
    for (let at = 0; at < archive.length; at += size) yield archive.subarray(at, at + size);
  }
  const parts: UploadPart[] = [];
  const isColumn = (name: string): boolean => ['email', 'name', 'valid_from'].includes(name);
  for await (const part of readUpload('xlsx', bytes(), isColumn, (name) => name === 'external_id')) parts.push(part);
  return parts;
}

const HEADER = row(1, cell('A1', 'email'), cell('B1', 'name'), cell('C1', 'valid_from'));
const problemOf = async (archive: Uint8Array) => {
  const last = (await read(archive)).at(-1);
  return last?.kind === 'problem' ? last.problem : null;
};

describe('a workbook', () => {
  it('is read as rows, with the texts, dates and values that its cells show', async () => {
    const strings = '<si><t>ada@x.example</t></si><si><r><t>Ada </t></r><r><t>Lovelace</t></r><rPh><t>sound</t></rPh></si>';
    const sheet =
      HEADER +
      row(2, '<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>', '<c r="C2" s="2"><v>46357</v></c>') +
      row(3) +
      row(
        5,
        cell('A5', ' bob@x.example '),
        '<c r="B5" t="str"><f>CONCATENATE("Bo","b")</f><v>Bob</v></c>',
        '<c r="C5" s="1"><v>46357.5</v></c>',
      ) +
      row(6, cell('A6', '=1+1'), '<c r="B6" t="b"><v>1</v></c>', '<c r="C6" s="3"><v>1.2E1</v></c>') +
      row(7, cell('A7', 'short@x.example'));
    expect(await read(workbook({ sheet, strings }))).toEqual([
      { kind: 'header', cells: ['email', 'name', 'valid_from'] },
      {
        kind: 'rows',
        rows: [
          [2, ['ada@x.example', 'Ada Lovelace', '2026-12-01']],
          [5, ['bob@x.example', 'Bob', '2026-12-01T12:00:00Z']],
          [6, ['=1+1', 'TRUE', '12']],
          [7, ['short@x.example', '', '']],
        ],
      },
    ]);
  });

  it('of a calendar that begins in 1904 has the same dates', async () => {
    const sheet = HEADER + row(2, cell('A2', 'a@x.example'), '<c r="C2" s="1"><v>44895</v></c>');
    const [, rows] = await read(workbook({ sheet, book: '<workbookPr date1904="1"/>' }));
    expect(rows).toMatchObject({ rows: [[2, ['a@x.example', '', '2026-12-01']]] });
  });

  it('hands on with their row the cells that have no value of their own', async () => {
    const sheet =
      HEADER +
      row(2, cell('A2', 'a@x.example'), '<c r="B2"><f>A1</f></c>') +
      row(3, cell('A3', 'b@x.example'), '<c r="B3" t="e"><v>#REF!</v></c>') +
      row(4, cell('A4', 'c@x.example'), cell('B4', 'Cora')) +
      row(5, cell('A5', 'd@x.example')) +
      row(6, cell('A6', 'e@x.example'), cell('B6', 'Eve'));
    const [, rows] = await read(workbook({ sheet, merged: '<mergeCell ref="B4:C5"/>' }));
    expect(rows).toEqual({
      kind: 'rows',
      rows: [
        [2, { cells: ['a@x.example', '', ''], odd: [{ kind: 'formula', place: 'B2', column: 1 }] }],
        [3, { cells: ['b@x.example', '#REF!', ''], odd: [{ kind: 'error', place: 'B3', column: 1 }] }],
        [4, ['c@x.example', 'Cora', '']],
        [
          5,
          {
            cells: ['d@x.example', '', ''],
            odd: [
              { kind: 'merged', place: 'B4:C5', column: 1 },
              { kind: 'merged', place: 'B4:C5', column: 2 },
            ],
          },
        ],
        [6, ['e@x.example', 'Eve', '']],
      ],
    });
  });

  it('hands on with their row the cells that are to be an id and are none: what the program has made of it may be another', async () => {
    const cells = (line: number, value: string, more = ''): string =>
      row(line, `<c r="A${line}"${more}><v>${value}</v></c>`, `<c r="B${line}"${more}><v>${value}</v></c>`);
    const sheet =
      row(1, cell('A1', 'external_id'), cell('B1', 'name')) +
      cells(2, '1', ' t="b"') +
      cells(3, '4711.5') +
      cells(4, '1.2345678901234568E16') +
      cells(5, '46357', ' s="2"') +
      cells(6, '471100000012345') +
      row(7, cell('A7', '2024.17'), cell('B7', 'TRUE'));
    const [, rows] = await read(workbook({ sheet }));
    const odd = (line: number) => ({ odd: [{ kind: 'no-id', place: `A${line}`, column: 0 }] });
    expect(rows).toMatchObject({
      rows: [
        [2, odd(2)],
        [3, odd(3)],
        [4, odd(4)],
        [5, odd(5)],
        [6, ['471100000012345', '471100000012345']],
        [7, ['2024.17', 'TRUE']],
      ],
    });
  });

  it('that merges more cells than a row has is refused', async () => {
    const merged = '<mergeCell ref="A2:A900000"/>'.repeat(600);
    const sheet = HEADER + row(3, cell('B3', 'x'));
    expect(await problemOf(workbook({ sheet, merged }))).toMatchObject({ code: 'malformed-table', line: 3 });
  });

  it('may have odd cells in columns that are none of ours', async () => {
    const header = row(1, cell('A1', 'email'), cell('B1', 'Note'));
    const sheet = header + row(2, cell('A2', 'a@x.example'), '<c r="B2" t="e"><v>#N/A</v></c>');
    expect(await problemOf(workbook({ sheet, merged: '<mergeCell ref="B2:B9"/>' }))).toBeNull();
  });

  it.each([
    ['text', text('email,name\n')],
    ['one with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['an archive of other things', zipSync({ 'a.txt': text('x') })],
    ['one that is cut', workbook({ sheet: HEADER }).subarray(0, 300)],
    ['one whose XML is broken', workbook({ sheet: '<row></c>' })],
    ['one with entities that grow', workbook({ sheet: `${HEADER}<row r="2"><c t="inlineStr"><is><t>&lol;</t></is></c></row>` })],
  ])('is refused when it is %s', async (_, archive) => {
    expect(await problemOf(archive)).toMatchObject({ code: 'not-a-spreadsheet' });
  });

  it('with too many columns, too long a cell, or no row is told apart', async () => {
    expect(await problemOf(workbook({ sheet: row(1, cell('ZZ1', 'x')) }))).toMatchObject({ code: 'too-many-columns', line: 1 });
    const long = row(2, cell('A2', 'x'.repeat(1_000_001)));
    expect(await problemOf(workbook({ sheet: HEADER + long }))).toMatchObject({ code: 'row-too-long', line: 2 });
    expect(await problemOf(workbook({ sheet: '' }))).toMatchObject({ code: 'empty' });
  });

  it('lets others work while it is read, also where it unpacks to very much that is no row', async () => {
    // Some kilobytes, of which 6 megabytes come.
    const archive = workbook({ sheet: HEADER + '<row/>'.repeat(1_000_000) });
    expect(archive.length).toBeLessThan(200_000);
    let [turns, over] = [0, false];
    const count = (): void => {
      turns += 1;
      if (!over) setImmediate(count);
    };
    setImmediate(count);
    const parts = await read(archive);
    over = true;
    expect(parts.map(({ kind }) => kind)).toEqual(['header']);
    expect(turns).toBeGreaterThan(10);
  });

  it('that unpacks to very much ends early: one cell, and texts that are kept', async () => {
    const huge = 'x'.repeat(16 * 1024 * 1024);
    expect(await problemOf(workbook({ sheet: HEADER + row(2, cell('A2', huge)) }))).toMatchObject({ code: 'row-too-long' });
    const strings = `<si><t>${'y'.repeat(1024 * 1024)}</t></si>`.repeat(65);
    expect(await problemOf(workbook({ sheet: HEADER, strings }))).toMatchObject({ code: 'too-large' });
  });

  it('with 200,000 shared texts is read with each at its place', async () => {
    const strings = Array.from({ length: 200_000 }, (_, at) => `<si><t>l${at}@x.example</t></si>`).join('');
    const sheet = HEADER + row(2, '<c r="A2" t="s"><v>0</v></c>') + row(3, '<c r="A3" t="s"><v>199999</v></c>');
    const [, rows] = await read(workbook({ sheet, strings }), 100_000);
    expect(rows).toMatchObject({
      rows: [
        [2, ['l0@x.example', '', '']],
        [3, ['l199999@x.example', '', '']],
      ],
    });
  });
});
