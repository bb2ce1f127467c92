import { describe, expect, it } from 'vitest';
import { type PdfMake, type PdfPart, pdf, pdfMade } from './pdf.fixture.js';
import { type PagesSeen, readWholePdf } from './read-pdf.js';

const NOT_DRAWN = null;
const read = (...parts: readonly PdfPart[]) => readWholePdf(pdf(...parts), NOT_DRAWN);

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
    expect(await readWholePdf(new TextEncoder().encode('%PDF-1.7\nand then nothing'), NOT_DRAWN)).toEqual({ ok: false, code: 'broken' });
    expect(await readWholePdf(new Uint8Array(), NOT_DRAWN)).toEqual({ ok: false, code: 'broken' });
  });

  it('that asks for a password is not called broken', async () => {
    expect(await readWholePdf(pdfMade({ locked: true }, [{ text: 'secret' }]), NOT_DRAWN)).toEqual({ ok: false, code: 'password' });
  });
});

/** A PDF whose pages are drawn, and how often. */
async function seen(parts: readonly PdfPart[], answer: PagesSeen, make: PdfMake = {}) {
  let times = 0;
  const reading = await readWholePdf(pdfMade(make, parts), async () => {
    times += 1;
    return answer;
  });
  return { times, content: reading.ok ? reading.content : null };
}

describe('the pages of a PDF', () => {
  it.each([
    ['nothing', []],
    ['something that is no badge', [{ attachment: { name: 'invoice.xml', content: '<invoice/>' } }]],
    ['a text about credentials', [{ attachment: { name: 'terms.txt', content: 'How we issue an OpenBadgeCredential.' } }]],
    ['data about something else', [{ attachment: { name: 'data.json', content: '{"type":"Invoice","for":"credentials"}' } }]],
  ] as const)('are drawn for codes where %s is attached', async (_, parts) => {
    const { times, content } = await seen(parts, { codes: ['https://a.example'], gaps: ['unseen-page'] });
    expect(times).toBe(1);
    expect(content).toMatchObject({ codes: ['https://a.example'], gaps: ['unseen-page'] });
  });

  it.each([
    ['a badge', '{"type":["VerifiableCredential","OpenBadgeCredential"]}'],
    ['several badges', '[{"type":"VerifiableCredential"},{"type":"VerifiableCredential"}]'],
    ['a badge of an older standard', '{"type":"Assertion"}'],
    ['a token', 'eyJhbGciOiJFZERTQSJ9.e30.c2ln'],
    ['a baked picture', '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential/></svg>'],
  ])('are not drawn where %s is attached', async (_, content) => {
    expect((await seen([{ attachment: { name: 'badge', content } }], { codes: [], gaps: [] })).times).toBe(0);
  });

  it('are read for ten seconds, and that is told', async () => {
    let clock = 0;
    const reading = await readWholePdf(pdfMade({ pages: 5 }, [{ text: 'on the last page' }]), NOT_DRAWN, () => (clock += 4000));
    expect(reading).toMatchObject({ ok: true, content: { gaps: ['too-heavy'] } });
    expect(reading.ok && reading.content.text).not.toContain('on the last page');
  });

  it('are read up to the sixtieth, and that is told', async () => {
    const { content } = await seen([{ text: 'on the last page' }], { codes: [], gaps: ['many-pages'] }, { pages: 61 });
    expect(content?.text).not.toContain('on the last page');
    expect(content?.gaps).toEqual(['many-pages']);
    expect((await seen([{ text: 'x' }], { codes: [], gaps: [] }, { pages: 60 })).content?.gaps).toEqual([]);
  });
});
