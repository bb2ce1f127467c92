import type { UnsignedCredential } from '@proofmark/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PdfContent, readWholePdf } from '../../../../verify/src/page/input/pdf/read-pdf.js';
import { BADGE_ID, BASE, fullBadge, stored } from '../badge/badge.fixture.js';
import { type PublicService, publicService } from '../public-routes.fixture.js';

const PATH = `/credentials/${BADGE_ID}.pdf`;
let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

/** The sheet of the badge, as the page that checks badges reads it. */
async function read(badge: UnsignedCredential = fullBadge(), headers: Record<string, string> = {}): Promise<PdfContent> {
  await service.database.pool.query('UPDATE credential SET signed_json = $2 WHERE id = $1', [BADGE_ID, stored(badge)]);
  const answer = await service.get(PATH, headers);
  expect(answer.status).toBe(200);
  const reading = await readWholePdf(new Uint8Array(await answer.arrayBuffer()), null);
  if (!reading.ok) throw new Error(reading.code);
  return reading.content;
}

/** The words, however they were broken into lines. */
const words = ({ text }: PdfContent): string => text.replace(/\s+/g, ' ');

describe('GET /credentials/{id}.pdf', () => {
  it('is one sheet with the person, the badge, the issuer and the work', async () => {
    const content = await read();
    expect(words(content)).toMatch(/Ada Lovelace has earned the badge Web API design badges\.example \(“Acme Academy”\)/);
    for (const text of ['Issued on 22 November 2026', 'The work behind it', 'Todo API, source', 'Design REST APIs · HTTP · OpenAPI'])
      expect(words(content)).toContain(text);
    expect(content.links).toContain(`${BASE}/credentials/${BADGE_ID}`);
    expect(content.links).toContain('https://ada.example/report.pdf');
  });

  it('has the badge attached, byte for byte as it was signed', async () => {
    const { attachments } = await read();
    expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')])).toEqual([['badge.json', stored()]]);
  });

  it('is a PDF/A-3 whose attachment is its source, and the same each time', async () => {
    const [one, other] = await Promise.all([service.get(PATH), service.get(PATH)]);
    expect(one.headers.get('content-type')).toBe('application/pdf');
    expect(one.headers.get('content-disposition')).toContain('.pdf');
    const text = Buffer.from(await one.arrayBuffer()).toString('latin1');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toMatch(/\/AFRelationship \/Source/);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(Buffer.from(await other.arrayBuffer()).toString('latin1')).toBe(text);
  });

  it('names nobody whom the badge does not name', async () => {
    const badge = fullBadge();
    const { identifier: _, ...subject } = badge.credentialSubject;
    const content = await read({ ...badge, credentialSubject: subject } as UnsignedCredential);
    expect(words(content)).not.toMatch(/Ada Lovelace|has earned/);
    expect(words(content)).toContain('Web API design');
  });

  it('is in the language that is asked for', async () => {
    expect(words(await read(fullBadge(), { 'accept-language': 'de' }))).toContain('Ada Lovelace hat diesen Badge erworben Web API design');
  });

  it.each([
    ['long', 'Ada '.repeat(75)],
    ['one long word', 'x'.repeat(300)],
    ['right to left', 'آدا لوفليس Ada'],
    ['with many marks', `A${'\u0301'.repeat(60)}da`],
    ['in letters that our fonts lack', '阿達 Ada 🚀'],
    ['hostile', '(\\) Tj /JavaScript <</S/URI>> <script>'],
  ])('stays one sheet for texts that are %s', async (_, text) => {
    const content = await read(fullBadge(() => text));
    expect(content.attachments).toHaveLength(1);
    expect(content.text.length).toBeGreaterThan(20);
  });

  it('draws a name in Chinese letters, and holds it as text for what reads aloud', async () => {
    const badge = fullBadge((text) => (text === 'Ada Lovelace' ? '王小明' : text));
    expect(words(await read(badge))).toMatch(/has earned the badge Web API design/);
    const file = Buffer.from(await (await service.get(PATH)).arrayBuffer()).toString('latin1');
    expect(file).toContain('/ActualText');
  });

  it('writes a name of two directions with its Latin letters and digits in their order', async () => {
    const badge = fullBadge((text) => (text === 'Ada Lovelace' ? 'ירון (Ron) 12' : text));
    expect(words(await read(badge))).toMatch(/12 ?\(Ron/);
  });

  it('writes the words of a name from right to left, with the space between them', async () => {
    const badge = fullBadge((text) => (text === 'Ada Lovelace' ? 'ירון לוי' : text));
    expect(words(await read(badge))).toMatch(/^ירון לוי has earned the badge/);
  });

  it('leaves out a name that it cannot write, with the words that go with it', async () => {
    const badge = fullBadge((text) => (text === 'Ada Lovelace' ? 'பிரியா' : text));
    expect(words(await read(badge))).not.toContain('has earned the badge');
  });

  it('says that a badge was withdrawn', async () => {
    await service.revoke('A mistake.');
    expect(words(await read())).toContain('This badge was withdrawn. Do not rely on it.');
  });
});
