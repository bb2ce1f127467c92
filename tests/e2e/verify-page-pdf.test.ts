import { deflateSync } from 'node:zlib';
import encodeQR from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PdfMake, type PdfPart, pdf, pdfMade } from '../../apps/verify/src/page/input/pdf/pdf.fixture.js';
import { CheckerPage, testFile } from '../support/checker-page.js';
import type { ServedBadge } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let badge: ServedBadge;
beforeAll(async () => {
  stage = await Stage.set();
  badge = await stage.issuer.issue();
});
afterAll(() => stage.strike());

const codeOf = (text: string, as: 'squares' | 'picture' = 'squares'): PdfPart => ({
  code: encodeQR(text, 'raw', { border: 4 }) as boolean[][],
  as,
});

async function handIn(bytes: Uint8Array): Promise<CheckerPage> {
  const checker = await CheckerPage.open(stage);
  await checker.choose(testFile('certificate.pdf', bytes, 'application/pdf'));
  return checker;
}

/** What the page says of a file beside any badge. */
const findings = (checker: CheckerPage) => checker.page.locator('.findings .problem');

describe('a QR code on a page of a PDF', () => {
  it.each(['squares', 'picture'] as const)('leads to the badge, where it is drawn as %s', async (as) => {
    const checker = await handIn(pdf({ text: 'This is to certify that Ada Example' }, codeOf(badge.url, as)));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    await checker.page.getByText('Found 1 badge in certificate.pdf.').waitFor();
    expect(checker.opened.complaints).toEqual([]);
  });

  it('is found on a later page', async () => {
    const checker = await handIn(pdfMade({ pages: 3 }, [codeOf(badge.url)]));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });

  it('beside the same address in words is one badge', async () => {
    const checker = await handIn(pdf({ text: badge.url }, { link: badge.url }, codeOf(badge.url)));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    await checker.settled();
    expect(await checker.rows().count()).toBe(0);
  });

  it('is not looked for where the badge itself is attached', async () => {
    const other = await stage.issuer.issue();
    const checker = await handIn(pdf({ attachment: { name: 'badge.json', content: badge.json } }, codeOf(other.url)));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    await checker.settled();
    expect(checker.opened.requested).not.toContain(other.url);
  });

  it('in a CV with badges may lead elsewhere, which is no fault', async () => {
    const checker = await handIn(pdf({ link: badge.url }, codeOf(`${stage.issuer.origin}/nothing-there`)));
    await checker.settled();
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });

  it('for wallets only is called that', async () => {
    const checker = await handIn(pdf(codeOf('openid4vp://?request_uri=https%3A%2F%2Fa.example')));
    await checker.page.getByText('a code that only a wallet app understands').waitFor();
  });
});

/** Ten megabytes of blanks in ten kilobytes, a thousand times. */
function bomb(): Uint8Array {
  const blanks = Buffer.alloc(10_000_000, ' ');
  const packed = deflateSync(blanks, { level: 9 });
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];
  const streams = Array.from({ length: 1000 }, (_, index) => `${index + 4} 0 R`);
  objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${streams.join(' ')}] >>`);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  objects.forEach((object, index) => {
    parts.push(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`));
  });
  streams.forEach((_, index) => {
    parts.push(Buffer.from(`${index + 4} 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`), packed);
    parts.push(Buffer.from('\nendstream\nendobj\n'));
  });
  // Without a table of where things are, a reader looks for them.
  parts.push(Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'));
  return Buffer.concat(parts);
}

describe('a PDF that cannot be read as it is (T5)', () => {
  it.each<readonly [string, PdfMake, readonly PdfPart[], string]>([
    ['a thousand pages', { pages: 1000 }, [{ text: 'x' }], 'Only the first pages of certificate.pdf were read.'],
    ['nine pages', { pages: 9 }, [{ text: 'x' }], 'Only the first pages of certificate.pdf were read.'],
    [
      'a page of 100,000 by 100,000',
      { size: [100_000, 100_000] },
      [{ text: 'x' }],
      'A page of certificate.pdf is too large or damaged, so no QR code was found on it.',
    ],
    ['a password', { locked: true }, [{ text: 'x' }], 'certificate.pdf is locked with a password.'],
  ])('says so, and what to do: %s', async (_, make, parts, says) => {
    const checker = await handIn(pdfMade(make, parts));
    await findings(checker).filter({ hasText: says }).waitFor();
    expect(await findings(checker).count()).toBe(1);
    // Each sentence ends with what to choose or to open instead.
    expect(await findings(checker).textContent()).toMatch(/Choose|Open it/);
    expect(checker.opened.complaints).toEqual([]);
  });

  it('is given up when it unpacks into more than is read, and the page goes on working', async () => {
    const checker = await handIn(bomb());
    await findings(checker).filter({ hasText: 'certificate.pdf takes too much time or memory to read.' }).waitFor();
    await checker.paste(badge.json);
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });
});
