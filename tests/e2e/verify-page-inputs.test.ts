import { zipSync } from 'fflate';
import encodeQR from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../apps/verify/src/page/input/pdf/pdf.fixture.js';
import { CheckerPage, testFile } from '../support/checker-page.js';
import { inPng, type ServedBadge } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let badge: ServedBadge;
beforeAll(async () => {
  stage = await Stage.set();
  badge = await stage.issuer.issue();
});
afterAll(() => stage.strike());

/** A picture of a QR code, as a browser draws it: with a quiet zone, on a larger page. */
async function photoOf(text: string, checker: CheckerPage, type = 'image/png'): Promise<Buffer> {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const base64 = await checker.page.evaluate(
    ({ rows, mime }) => {
      const scale = 6;
      const canvas = document.createElement('canvas');
      canvas.width = rows.length * scale + 300;
      canvas.height = rows.length * scale + 500;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = '#fdfcf5';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = '#222';
      for (const [y, row] of rows.entries())
        for (const [x, dark] of row.entries()) if (dark) context.fillRect(150 + x * scale, 220 + y * scale, scale, scale);
      return canvas.toDataURL(mime, 0.8).split(',')[1] ?? '';
    },
    { rows: modules as boolean[][], mime: type },
  );
  return Buffer.from(base64, 'base64');
}

describe('a QR code', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'])('in a picture: %s', async (type) => {
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('photo', await photoOf(badge.url, checker, type), type));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    await checker.page.getByText('Found 1 badge in photo.').waitFor();
  });

  it('of a page like this one leads to the badge that it asks about', async () => {
    const checker = await CheckerPage.open(stage);
    const link = `https://checker.example/verify/#url=${encodeURIComponent(badge.url)}`;
    await checker.choose(testFile('photo.png', await photoOf(link, checker)));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(checker.opened.requested.some((url) => url.includes('checker.example'))).toBe(false);
  });

  it('for wallets only is called that', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('photo.png', await photoOf('openid4vp://?request_uri=https%3A%2F%2Fa.example', checker)));
    await checker.page.getByText('a code that only a wallet app understands').waitFor();
  });
});

describe('a CV', () => {
  const cv = (attached: string): Uint8Array =>
    pdf(
      { text: 'Ada Example, developer' },
      { text: 'https://www.linkedin.com/in/ada' },
      { text: `My badge: ${badge.url.slice(0, -9)}` },
      { link: badge.url },
      { link: `${stage.issuer.origin}/nothing-there` },
      { attachment: { name: 'second.json', content: attached } },
    );

  it('as PDF: its links, and what is attached to it', async () => {
    const checker = await CheckerPage.open(stage);
    const second = await stage.issuer.issue({ name: 'Data basics' });
    await checker.choose(testFile('cv.pdf', cv(second.json), 'application/pdf'));
    await checker.settled();
    expect(await checker.verdicts()).toEqual(['genuine-issuer-unknown', 'genuine-issuer-unknown']);
    await checker.page.getByText('Found 1 badge in cv.pdf.').waitFor();
    expect(await checker.rows().allTextContents()).toEqual([
      expect.stringContaining(badge.url),
      expect.stringContaining('cv.pdf › second.json'),
    ]);
    await checker.page.getByText('hand out none: linkedin.com.').waitFor();
    // The link that was broken at the end of a line is not asked for as well.
    expect(checker.opened.requested).not.toContain(badge.url.slice(0, -9));
    expect(checker.opened.complaints).toEqual([]);
  });

  it('as PDF with the badge attached that it links to: one badge', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('cv.pdf', cv(badge.json), 'application/pdf'));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });

  it('as a Word document', async () => {
    const word = zipSync({
      'word/document.xml': new TextEncoder().encode('<w:document><w:p><w:t>Ada &amp; co</w:t></w:p></w:document>'),
      'word/_rels/document.xml.rels': new TextEncoder().encode(
        `<Relationships><Relationship Type="hyperlink" Target="${badge.url}" TargetMode="External"/></Relationships>`,
      ),
    });
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('cv.docx', word));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });

  it('as a saved web page, of which nothing runs', async () => {
    const html = `<!doctype html><title>CV</title><script>fetch('https://evil.example/')</script><img src="https://evil.example/pixel">
<proofmark-badge src="${badge.url}"></proofmark-badge><a href="https://github.com/ada">work</a><a href="javascript:alert(1)">x</a>`;
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('cv.html', html));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    // The page asks for the badge and its work, and for nothing that only the saved page names.
    const asked = checker.opened.requested.filter((url) => !url.startsWith(stage.issuer.origin) && !url.startsWith('blob:'));
    expect(asked.filter((url) => !url.startsWith('https://api.github.com/repos/ada/bookshop/'))).toEqual([]);
  });

  it('without any badge in it says so, and which links could not be asked', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.choose(
      testFile('cv.pdf', pdf({ text: 'Ada' }, { link: `${stage.issuer.origin}/none` }, { link: `${stage.issuer.origin}/nor-here` })),
    );
    await checker.page.getByText('There is no badge in what you handed in').waitFor();
    await checker.page.getByText('Found no badge in cv.pdf.').waitFor();
  });
});

describe('a ZIP', () => {
  it('is unpacked', async () => {
    const zip = zipSync({
      'a/one.json': new TextEncoder().encode(badge.json),
      'a/two.png': inPng(badge.json),
      '__MACOSX/a/._one.json': new Uint8Array([1]),
    });
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('badges.zip', zip));
    await checker.settled();
    expect(await checker.verdicts()).toEqual(['genuine-issuer-unknown', 'genuine-issuer-unknown']);
  });
});

describe('what is no badge', () => {
  it.each([
    ['a PDF certificate', 'certificate.pdf', () => pdf({ text: 'This is to certify' }), 'This is a PDF.'],
    ['a screenshot', 'screenshot.png', () => Buffer.from(PIXEL, 'base64'), 'This picture holds no badge.'],
    ['a broken PDF', 'cv.pdf', () => Buffer.from('%PDF-1.7 and no more'), 'is a PDF that could not be read'],
    ['a damaged archive', 'all.zip', () => Buffer.from('PK\x03\x04 and no more'), 'could not be unpacked'],
    ['a web page', 'page.html', () => Buffer.from('<!doctype html><p>Hello'), 'This is a web page, not a badge.'],
    ['an empty file', 'nothing', () => Buffer.from(''), 'There is nothing in it.'],
  ])('%s is called what it is', async (_, name, content, says) => {
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile(name, content()));
    await checker.page.getByText(says).first().waitFor();
    expect(checker.opened.complaints).toEqual([]);
  });

  it('a file whose reader cannot be loaded is one that could not be read', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.route('**/gather-files-*', (route) => route.abort());
    // What the page has loaded in advance is there no longer.
    await checker.page.reload();
    await checker.choose(testFile('badge.json', badge.json));
    await checker.page.getByText('badge.json could not be read. Choose it again').waitFor();
    await checker.page.unroute('**/gather-files-*');
    await checker.page.reload();
    await checker.choose(testFile('badge.json', badge.json));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });

  it('a LinkedIn page is not asked, and what would work is said', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste('https://www.linkedin.com/in/ada/details/certifications/');
    await checker.page.getByText('Open the “Show credential” link').first().waitFor();
    expect(checker.opened.requested.some((url) => url.includes('linkedin'))).toBe(false);
  });
});
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the reader’s own list of issuers', () => {
  it('confirms an issuer by its identifier, is kept only when asked to, and asks nobody again', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste(badge.json);
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    const before = checker.opened.requested.length;
    await checker.page.getByText('Issuers you trust: none yet').click();
    await checker.page.getByLabel('One on each line: a domain').fill(`${stage.issuer.did} # the academy\n`);
    expect(await checker.page.getByLabel('Keep the list in this browser').isChecked()).toBe(true);
    await checker.page.getByRole('button', { name: 'Use this list' }).click();
    await checker.page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    expect(checker.askedSince(before)).toEqual([]);
    await checker.page.reload();
    await checker.paste(badge.json);
    expect(await checker.verdict()).toBe('genuine-issuer-confirmed');
  });

  it('is filled by a button on the result, survives a reload, and is emptied by another', async () => {
    const checker = await CheckerPage.open(stage, `#url=${encodeURIComponent(badge.url)}`);
    await checker.page.getByRole('button', { name: 'Trust this issuer' }).click();
    await checker.page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    await checker.page.reload();
    await checker.page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    await checker.page.getByRole('button', { name: 'Trust it no longer' }).click();
    await checker.page.locator('.result[data-verdict=genuine-issuer-unknown]').waitFor();
  });

  it('takes what the page shows: the host, and the address of a badge; a name it does not', async () => {
    for (const shown of [new URL(stage.issuer.origin).host, badge.url]) {
      const checker = await CheckerPage.open(stage, `#url=${encodeURIComponent(badge.url)}`);
      await checker.page.getByText('Issuers you trust: none yet').click();
      await checker.page.getByLabel('One on each line: a domain').fill('Acme Academy');
      await checker.page.getByRole('button', { name: 'Use this list' }).click();
      await checker.page.getByText('Not understood: “Acme Academy”.').waitFor();
      await checker.page.getByLabel('One on each line: a domain').fill(shown);
      await checker.page.getByRole('button', { name: 'Use this list' }).click();
      await checker.page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    }
  });

  it.each([
    ['the host', () => new URL(stage.issuer.origin).host],
    ['the address of the badge', () => badge.url],
  ])('takes %s also while the badge is still on its way', async (_, shown) => {
    const checker = await CheckerPage.open(stage);
    const { page } = checker;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(badge.url, (route) => held.then(() => route.continue()));
    await checker.paste(badge.url);
    await page.getByText('Issuers you trust: none yet').click();
    await page.getByLabel('One on each line: a domain').fill(shown());
    await page.getByRole('button', { name: 'Use this list' }).click();
    await page.getByText('Issuers you trust: 1').waitFor();
    expect(await page.locator('.result[data-verdict]').count()).toBe(0);
    const work = page.waitForRequest('https://api.github.com/repos/**');
    letGo();
    await page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    await work;
    expect(await page.getByRole('button', { name: 'Check another' }).isVisible()).toBe(true);
    expect(await page.getByLabel('One on each line: a domain').inputValue()).toBe(`${stage.issuer.did} # ${shown()}\n`);
  });

  it('is saved as a file and read again; a public registry is asked only when it is chosen', async () => {
    const checker = await CheckerPage.open(stage, `#url=${encodeURIComponent(badge.url)}`);
    await checker.page.getByRole('button', { name: 'Trust this issuer' }).click();
    await checker.page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    await checker.page.getByText('Issuers you trust: 1').click();
    const { name, text } = await checker.save('Save the list');
    expect([name, text]).toEqual([
      expect.stringMatching(/^trusted-issuers-.*\.txt$/),
      `${stage.issuer.did} # ${new URL(stage.issuer.origin).host}\n`,
    ]);

    const other = await CheckerPage.open(stage, `#url=${encodeURIComponent(badge.url)}`);
    let asked = 0;
    await other.page.route('https://digitalcredentials.github.io/**', (route) => {
      asked += 1;
      return route.fulfill({ json: { registry: {} }, headers: { 'Access-Control-Allow-Origin': '*' } });
    });
    await other.page.getByText('Issuers you trust: none yet').click();
    await other.page.getByLabel('Choose a saved list').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await other.page.getByText('The list was read.').waitFor();
    await other.page.getByRole('button', { name: 'Use this list' }).click();
    await other.page.locator('.result[data-verdict=genuine-issuer-confirmed]').waitFor();
    expect(asked).toBe(0);
    await other.page.getByLabel('DCC Community Registry').check();
    await expect.poll(() => asked, { timeout: 60_000 }).toBe(1);
  });
});
