import { encodeUtf8 } from '@proofmark/primitives';
import { slowness } from '@proofmark/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, planColumns } from '../issuing/issuance-jobs/columns/columns.js';
import { guardedLine, unguarded } from '../issuing/issuance-jobs/formula-guard.js';
import { splitLinks } from '../issuing/issuance-jobs/reading/split-links.js';
import type { UploadPart } from '../issuing/issuance-jobs/reading/upload-reader.js';
import { readUpload } from './read-upload.js';

async function* bytesOf(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What is read of a file that comes in pieces of a size. */
async function partsOf(content: string | Uint8Array, size = 7): Promise<readonly UploadPart[]> {
  const parts: UploadPart[] = [];
  for await (const part of readUpload('csv', bytesOf(content, size), (name) => columnOf(name) !== null)) parts.push(part);
  return parts;
}

/** Each row with its line; or what keeps the file from being read. */
async function rows(content: string | Uint8Array, size?: number) {
  const parts = await partsOf(content, size);
  const last = parts.at(-1);
  if (last?.kind === 'problem') return last.problem;
  return parts.flatMap((part) => (part.kind === 'rows' ? part.rows : []));
}

const utf16 = (text: string, mark: readonly number[] = []): Uint8Array => Uint8Array.from([...mark, ...Buffer.from(text, 'utf16le')]);

describe('readUpload, of CSV', () => {
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
    ['a byte order mark', '\ufeffemail,name\nada@example.org,Ada\n'],
    ['UTF-16 with a mark', utf16('email,name\nada@example.org,Ada\n', [0xff, 0xfe])],
    ['UTF-16 without a mark', utf16('email,name\nada@example.org,Ada\n')],
  ])('reads a file with %s', async (_, content) => {
    expect(await rows(content)).toEqual([[2, ['ada@example.org', 'Ada']]]);
  });

  it.each(['sep=;', 'SEP=;', '"sep=;"', 'sep=;;;'])('takes a first line %s for what separates cells', async (line) => {
    expect(await rows(`${line}\r\nemail;name\r\nada@example.org;"Lovelace, Ada"\r\n`)).toEqual([[3, ['ada@example.org', 'Lovelace, Ada']]]);
    expect(await rows('sep=x\nemailxname\n')).toMatchObject({ code: 'malformed-table', line: 1, detail: expect.stringContaining('“x”') });
  });

  it('finds what separates cells by the columns, not by the first such letter', async () => {
    expect(await rows('email;"name";evidence\nada@example.org;Ada;https://a.example/1,https://a.example/2\n')).toEqual([
      [2, ['ada@example.org', 'Ada', 'https://a.example/1,https://a.example/2']],
    ]);
  });

  it('names the line in which a row begins, and skips empty ones', async () => {
    expect(await rows('email,name\n"a@x.example","A\nB"\n\n,\n  \nb@x.example,"C\r\nD"\nc@x.example,E\n')).toEqual([
      [2, ['a@x.example', 'A\nB']],
      [7, ['b@x.example', 'C\nD']],
      [9, ['c@x.example', 'E']],
    ]);
  });

  it.each([
    ['a quotation mark that is never closed', 'email,name\na@x.example,"A\n', 'malformed-table', /Line 2.*never closed/],
    [
      'one that takes other rows for its cell',
      'sep=,\nemail,name\n"a@x.example,A\nb@x.example,B\n',
      'malformed-table',
      /^Line 3: .*never closed/,
    ],
    ['a quotation mark inside of a cell', 'email,name\na@x.example,A "B"\n', 'malformed-table', /Line 2.*middle of a cell/],
    ['text after a closed cell', 'email,name\na@x.example,"A"B\n', 'malformed-table', /Line 2.*after the quotation mark/],
    ['a NUL', 'email,name\na@x.example,A\0B\n', 'not-text', /Line 2.*NUL/],
    ['Latin-1', Uint8Array.from([...Buffer.from('email,name\na,Andr'), 0xe9, 10]), 'not-text', /Line 2.*byte 17 /],
    ['10,000 columns', `email${',x'.repeat(9999)}\n`, 'too-many-columns', /Line 1 has 10000 cells/],
    ['nothing', '', 'empty', /is empty/],
  ])('says the place of %s', async (_, content, code, said) => {
    expect(await rows(content)).toMatchObject({ code, detail: expect.stringMatching(said) });
  });

  it('ends with rows or a problem, and throws nothing, for any text in any pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'email,;"\t\n\r =sp|x\0é'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        const [pieces, whole] = [await partsOf(lines.join('\n'), size), await partsOf(lines.join('\n'), 10_000)];
        expect(pieces.filter(({ kind }) => kind !== 'problem')).toEqual(whole.filter(({ kind }) => kind !== 'problem'));
      }),
    );
  });
});

describe('planColumns', () => {
  const plan = (header: string, more: Partial<Parameters<typeof planColumns>[1]> = {}) =>
    planColumns(header.split(','), { columns: {}, extraColumns: 'refuse', ...more });
  it.each([
    ['a column twice', 'email,name,E-Mail', /the 1st and the 3rd are both email/],
    ['an unknown column', 'email,full name', /“full name” \(the 2nd\) is none of ours \(is name meant\?\)/],
    ['a misspelt column', 'email,evidnce', /is evidence meant\?/],
    ['two letters swapped', 'emial', /is email meant\?/],
    ['another word', 'mail address', /is email meant\?/],
    ['a number of people', 'email,Student No', /“Student No” \(the 2nd\) is none of ours \(is external_id meant\?\)/],
    ['an id of people', 'email,Learner-ID', /is external_id meant\?/],
    ['a number with a dot', 'email,Recipient Nr.', /is external_id meant\?/],
    ['people without a number', 'email,Student', /is name meant\?/],
    ['an id of something else', 'email,Course ID', /“Course ID” \(the 2nd\) is none of ours\. The first line/],
    ['a column that resembles none', 'email,zzz', /“zzz” \(the 2nd\) is none of ours\. The first line/],
    ['nobody', 'name', /none names the recipient/],
  ])('says the place of %s', (_, header, said) => {
    expect(plan(header)).toMatchObject({ ok: false, problem: { code: 'wrong-header', line: 1, detail: expect.stringMatching(said) } });
  });
  it('takes columns that are mapped or ignored, and those of a file of refused rows', () => {
    expect(plan('Mail,Kurs', { columns: { Mail: 'email', Kurs: null } })).toMatchObject({ ok: true, targets: ['email', null] });
    expect(plan('email,Kurs', { extraColumns: 'ignore' })).toMatchObject({ ok: true, targets: ['email', null] });
    expect(plan('email,proofmark_row,proofmark_reason,')).toMatchObject({ ok: true, targets: ['email', null, null, null] });
    expect(plan('email', { columns: { Mail: 'email' } })).toMatchObject({ ok: false });
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
    expect(splitLinks(`${','.repeat(100_000)}x${', '.repeat(100_000)}y`)).toEqual(['x', 'y']);
    expect(performance.now() - start).toBeLessThan(2000 * slowness());
  });
});

describe('guardedLine', () => {
  it('puts an apostrophe before a cell that a spreadsheet would run', () => {
    expect(guardedLine(['=HYPERLINK("x";"y")', '+1', '-1', '@x', 'a,"b', 'Ada'])).toBe(
      `"'=HYPERLINK(""x"";""y"")",'+1,'-1,'@x,"a,""b",Ada`,
    );
  });
  it('is undone when the row is read again', async () => {
    for (const cell of ['=1', "'=1", "'Ada", 'Ada', '-', '＝1', 'a\nb']) {
      const read = (await rows(`email,name\n${guardedLine([cell, '=x'])}\n`)) as readonly (readonly [number, readonly string[]])[];
      expect(read[0]?.[1].map(unguarded)).toEqual([unguarded(cell), '=x']);
    }
  });
});

describe('a field that never ends', () => {
  const PIECE = 64 * 1024;
  /** A gigabyte, and how much of it was taken. */
  function gigabyte(begin: Uint8Array, fill: Uint8Array) {
    const taken = { bytes: 0 };
    const piece = new Uint8Array(PIECE).map((_, at) => fill[at % fill.length]!);
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield begin;
      for (; taken.bytes < 2 ** 30; taken.bytes += PIECE) yield piece;
    }
    return { bytes: bytes(), taken };
  }
  const letters = encodeUtf8('x');
  it.each([
    ['a cell of CSV in quotation marks', 'csv', encodeUtf8('email,name\na@x.example,"'), letters],
    ['a cell of CSV without them', 'csv', encodeUtf8('email,name\na@x.example,'), letters],
    ['the first line of CSV', 'csv', encodeUtf8('email,'), letters],
    ['a cell of CSV in UTF-16', 'csv', utf16('email,name\na@x.example,"', [0xff, 0xfe]), utf16('x')],
    ['a line of JSON', 'ndjson', encodeUtf8('{"recipient":{"name":"'), letters],
  ] as const)('is left after some megabytes, and its line is named: %s', async (_, format, begin, fill) => {
    const { bytes, taken } = gigabyte(begin, fill);
    const parts: UploadPart[] = [];
    for await (const part of readUpload(format, bytes, (name) => columnOf(name) !== null)) parts.push(part);
    const last = parts.at(-1);
    expect(last).toMatchObject({ kind: 'problem', problem: { code: 'row-too-long', line: begin.includes(10) ? 2 : 1 } });
    expect(taken.bytes).toBeLessThan(16 * 1024 * 1024);
  });
});

describe('a file of several encodings', () => {
  it('is refused where UTF-16 follows UTF-8, with the line; and where UTF-8 follows UTF-16, its rows are none that were meant', async () => {
    const [first, second] = ['email,name\na@x.example,A\n', 'b@x.example,B\n'];
    const mixed = Buffer.concat([encodeUtf8(first), utf16(second)]);
    expect(await rows(mixed)).toMatchObject({ code: 'not-text', line: 3 });
    const other = Buffer.concat([utf16(first, [0xff, 0xfe]), encodeUtf8(second)]);
    expect(await rows(other)).toMatchObject([
      [2, ['a@x.example', 'A']],
      [3, [expect.not.stringContaining('@')]],
    ]);
    expect(await rows(Buffer.concat([other, encodeUtf8('c')]))).toMatchObject({ code: 'not-text' });
  });
});
