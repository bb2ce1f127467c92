import { describe, expect, it } from 'vitest';
import { type PdfPart, pdf } from './pdf.fixture.js';
import { readPdf } from './read-pdf.js';

const read = (...parts: readonly PdfPart[]) => readPdf(pdf(...parts));

describe('a PDF', () => {
  it('gives its text, the links that can be clicked, and its attachments', async () => {
    const reading = await read(
      { text: 'Ada Example' },
      { text: 'Badge: https://badges.example/c/1' },
      { link: 'https://badges.example/credentials/0198f3c2' },
      { attachment: { name: 'badge.json', content: '{"a":1}' } },
    );
    expect(reading).toMatchObject({ ok: true, content: { links: ['https://badges.example/credentials/0198f3c2'] } });
    if (!reading.ok) return;
    expect(reading.content.text).toMatch(/Ada Example\n+Badge: https:\/\/badges\.example\/c\/1/);
    expect(reading.content.attachments.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['badge.json', '{"a":1}'],
    ]);
  });

  it('is reported as broken when it is malformed', async () => {
    expect(await readPdf(new TextEncoder().encode('%PDF-1.7\nand then nothing'))).toEqual({ ok: false, code: 'broken' });
    expect(await readPdf(new Uint8Array())).toEqual({ ok: false, code: 'broken' });
  });
});
