import { describe, expect, it } from 'vitest';
import { readUploadHead } from './read-head.js';
import { cell, row, text, workbook } from './workbook.fixture.js';

async function head(bytes: Uint8Array, format: 'csv' | 'xlsx' = 'csv') {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  }
  return readUploadHead(format, pieces(), (name) => ['email', 'Courriel'].includes(name), 2);
}

describe('the beginning of a table', () => {
  it('is the names of its columns and the first rows, whatever separates cells', async () => {
    const expected = {
      ok: true,
      header: ['Courriel', 'Nom'],
      rows: [
        ['a@x.example', 'A'],
        ['b@x.example', 'B'],
      ],
    };
    for (const separator of [',', ';', '\t', '|']) {
      const lines = ['Courriel*Nom', 'a@x.example*A', 'b@x.example*B', 'c@x.example*C', ''].join('\n').replaceAll('*', separator);
      expect(await head(text(lines))).toEqual(expected);
      expect(await head(text(`\ufeff${lines}`))).toEqual(expected);
    }
  });

  it('may be cut within a quoted cell, or within a character', async () => {
    expect(await head(text('email,name\na@x.example,"Lovelace\nAda'))).toEqual({ ok: true, header: ['email', 'name'], rows: [] });
    const whole = text('email\na@x.example\nö');
    expect(await head(whole.subarray(0, whole.length - 1))).toMatchObject({ ok: true, header: ['email'], rows: [['a@x.example']] });
    const wide = new Uint8Array(Buffer.from('\ufeffemail\nö@x.example\n', 'utf16le'));
    expect(await head(wide.subarray(0, wide.length - 1))).toMatchObject({ ok: true, header: ['email'], rows: [['ö@x.example']] });
  });

  it('is read of a file of one cell of ten million characters, without looking at all of it', async () => {
    const found = await head(text('a'.repeat(10_000_000)));
    expect(found).toMatchObject({ ok: true, rows: [] });
    expect(found.ok && found.header[0]?.length).toBe(200_000);
  });

  it.each([
    ['empty', ''],
    ['empty', '\n\n'],
    ['malformed-table', '"email'],
    ['malformed-table', 'sep=x\nemail'],
    ['not-text', '\u0089PNG\r\n\u001a\n\0\0\0'],
    ['too-many-columns', ','.repeat(600)],
  ])('is not read where it is %s, and the code says so', async (code, given) => {
    expect(await head(text(given))).toMatchObject({ ok: false, problem: { code } });
  });

  it('is read of a workbook, with formulas, dates and texts as their values', async () => {
    const sheet = [
      row(1, cell('A1', 'E-Mail'), cell('B1', 'valid_from')),
      row(2, '<c r="A2" t="str"><f>LOWER("A@X.EXAMPLE")</f><v>a@x.example</v></c>', '<c r="B2" s="2"><v>46357</v></c>'),
      ...Array.from({ length: 3000 }, (_, at) => row(at + 3, cell(`A${at + 3}`, 'b@x.example'))),
    ].join('');
    expect(await head(workbook({ sheet }), 'xlsx')).toEqual({
      ok: true,
      header: ['E-Mail', 'valid_from'],
      rows: [['a@x.example', '2026-12-01'], ['b@x.example']],
    });
    expect(await head(workbook({ sheet: '' }), 'xlsx')).toMatchObject({ ok: false, problem: { code: 'empty' } });
    expect(await head(text('email\na@x.example\n'), 'xlsx')).toMatchObject({ ok: false, problem: { code: 'not-a-spreadsheet' } });
  });
});
