import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { cellsOf, columnOf, columnsOf } from './columns.js';
import { decodeCsv } from './decode-csv.js';
import { guardedRow, unguarded } from './formula-guard.js';
import { readTable } from './read-table.js';
import { splitLinks } from './split-links.js';

const table = (text: string) => readTable(text, 'rows.csv', (name) => columnOf(name) !== null);
const rows = (text: string) => {
  const read = table(text);
  const columns = columnsOf(read, 'rows.csv');
  return read.rows.map((row) => ({ line: row.line, ...cellsOf(row, columns, 'rows.csv') }));
};

describe('readTable', () => {
  it.each([
    ['commas', 'email,name\nada@example.org,Ada\n'],
    ['semicolons', 'email;name\nada@example.org;Ada\n'],
    ['tabs', 'email\tname\nada@example.org\tAda\n'],
    ['vertical bars', 'email|name\nada@example.org|Ada\n'],
    ['CRLF', 'email,name\r\nada@example.org,Ada\r\n'],
    ['CR alone', 'email,name\rada@example.org,Ada\r'],
    ['no line end at the end', 'email,name\nada@example.org,Ada'],
    ['white space around cells', ' email , name \n ada@example.org , Ada \n'],
    ['quotation marks around every cell', '"email","name"\n"ada@example.org","Ada"\n'],
    ['columns without a name and without a value', 'email,name,,\nada@example.org,Ada,,\n'],
    ['cells that are empty after the last column', 'email,name\nada@example.org,Ada,,,\n'],
    ['a column without a name in its middle', 'email,,name\nada@example.org,,Ada\n'],
    ['rows that end before columns without a name', 'email,name,,\nada@example.org,Ada\n'],
  ])('reads a file with %s', (_, text) => {
    expect(rows(text)).toEqual([{ line: 2, email: 'ada@example.org', name: 'Ada' }]);
  });

  it.each(['sep=;', 'SEP=;', '"sep=;"', 'sep=;;;'])('takes a first line %s for what separates cells', (line) => {
    expect(rows(`${line}\r\nemail;name\r\nada@example.org;"Lovelace, Ada"\r\n`)).toEqual([
      { line: 3, email: 'ada@example.org', name: 'Lovelace, Ada' },
    ]);
    expect(() => table('sep=x\nemailxname\n')).toThrow(/line 1.*“x”/);
  });

  it('finds what separates cells by the columns, not by the first such letter', () => {
    expect(rows('email;"name";evidence\nada@example.org;Ada;https://a.example/1,https://a.example/2\n')).toEqual([
      { line: 2, email: 'ada@example.org', name: 'Ada', evidence: 'https://a.example/1,https://a.example/2' },
    ]);
  });

  it('names the line in which a row begins, and skips empty ones', () => {
    expect(rows('email,name\n"a@x.example","A\nB"\n\n,\n  \nb@x.example,"C\r\nD"\nc@x.example,E\n')).toEqual([
      { line: 2, email: 'a@x.example', name: 'A\nB' },
      { line: 7, email: 'b@x.example', name: 'C\nD' },
      { line: 9, email: 'c@x.example', name: 'E' },
    ]);
  });

  it.each([
    ['a value without a column', 'email,name,\na@x.example,A,,\nb@x.example,B,C\n', /line 3 has “C” as its 3rd cell/],
    ['a row that ends too early', 'email,name\na@x.example\n', /line 2 has 1 cell, and the first line names 2 columns/],
    ['a column twice', 'email,name,E-Mail\na@x.example,A,\n', /“email” twice, as the 1st and the 3rd/],
    ['a quotation mark that is never closed', 'email,name\na@x.example,"A\n', /line 2.*never closed/],
    ['a quotation mark inside of a cell', 'email,name\na@x.example,A "B"\n', /line 2.*middle of a cell/],
    ['text after a closed cell', 'email,name\na@x.example,"A"B\n', /line 2.*after the quotation mark/],
    ['an unknown column', 'email,full name\n', /“full name” \(the 2nd\), which is none of ours\. Did you mean “name”\?/],
    ['a misspelt column', 'email,evidnce\n', /Did you mean “evidence”\?/],
    ['two letters swapped', 'emial\n', /Did you mean “email”\?/],
    ['another word', 'mail address\n', /Did you mean “email”\?/],
    ['a column that resembles none', 'email,zzz\n', /“zzz” \(the 2nd\), which is none of ours\. The first line/],
  ])('says the place of %s', (_, text, said) => {
    expect(() => rows(text)).toThrow(UsageError);
    expect(() => rows(text)).toThrow(said);
  });

  it('throws nothing but a UsageError, for any text', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'email,;"\t\n\r =sp|x'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (parts) => {
        try {
          rows(parts.join('\n'));
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});

describe('decodeCsv', () => {
  const utf16 = (text: string, mark: readonly number[]): Uint8Array => Uint8Array.from([...mark, ...Buffer.from(text, 'utf16le')]);
  it('drops one byte order mark', () => {
    expect(decodeCsv(Buffer.from('\ufeffemail\n'), 'rows.csv')).toBe('email\n');
    expect(decodeCsv(new Uint8Array(), 'rows.csv')).toBe('');
  });
  it.each([
    ['little-endian UTF-16', utf16('email\n', [0xff, 0xfe]), /UTF-16/],
    ['big-endian UTF-16', Uint8Array.from([0xfe, 0xff, 0, 0x65]), /UTF-16/],
    ['UTF-16 without a mark', utf16('email\n', []), /UTF-16/],
    ['Latin-1', Uint8Array.from([0x65, 0xe9, 10]), /not in UTF-8/],
    ['NUL', Buffer.from('email\0\n'), /NUL/],
  ])('says that a file is in %s', (_, bytes, said) => {
    expect(() => decodeCsv(bytes, 'rows.csv')).toThrow(said);
  });
});

describe('splitLinks', () => {
  const [one, two] = ['https://a.example/1', 'https://a.example/2'];
  it.each([
    `${one} ${two}`,
    `${one}, ${two}`,
    `${one},${two}`,
    `${one} , ${two}`,
    `${one}; ${two}`,
    `${one};${two}`,
    `${one}\n${two}`,
    `${one},\r\n${two},`,
    `;${one}\u00a0${two};`,
  ])('splits %j into two links', (cell) => {
    expect(splitLinks(cell)).toEqual([one, two]);
  });
  it('keeps commas and semicolons inside of a link', () => {
    const swhid = `swh:1:dir:${'1'.repeat(40)};origin=https://a.example/x;anchor=swh:1:rev:${'2'.repeat(40)};path=/a`;
    expect(splitLinks(`https://a.example/a,b;c?d=1,2 ${swhid}`)).toEqual(['https://a.example/a,b;c?d=1,2', swhid]);
    expect(splitLinks(`${swhid},${swhid}; doi:10.1/x;doi:10.1/y`)).toEqual([swhid, swhid, 'doi:10.1/x', 'doi:10.1/y']);
    expect(splitLinks(' , ; \n')).toEqual([]);
  });
  it('reads a long cell of separators at once', () => {
    const start = performance.now();
    expect(splitLinks(`${','.repeat(500_000)}x${', '.repeat(500_000)}y`)).toEqual(['x', 'y']);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('guardedRow', () => {
  it('writes a row as it stands in the file, unless a spreadsheet would run a cell', () => {
    expect(guardedRow({ raw: 'a , "b"', cells: ['a', 'b'] }, ',')).toBe('a , "b"');
    expect(guardedRow({ raw: '', cells: ['=HYPERLINK("x";"y")', '+1', '-1', '@x', 'a;"b'] }, ';')).toBe(
      `"'=HYPERLINK(""x"";""y"")";'+1;'-1;'@x;"a;""b"`,
    );
  });
  it('is undone when the row is read again', () => {
    for (const cell of ['=1', "'=1", "'Ada", 'Ada', '-', '＝1']) {
      const row = { raw: 'n/a', cells: [cell, '=x'] };
      const [read] = table(`email,name\n${guardedRow(row, ',')}\n`).rows;
      expect(read?.cells.map(unguarded)).toEqual([unguarded(cell), '=x']);
    }
  });
});
