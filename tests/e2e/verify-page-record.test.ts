import ICAL from 'ical.js';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage, testFile } from '../support/checker-page.js';
import { inPng, type ServedBadge } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let badge: ServedBadge;
beforeAll(async () => {
  stage = await Stage.set();
  const ends = Date.UTC(2030, 5, 1);
  badge = await stage.issuer.issue({ validUntil: ends, recipientName: 'Ada Example', email: 'ada@example.org' });
});
afterAll(() => stage.strike());

const outcome = (checker: CheckerPage) => checker.page.locator('[data-receipt]').first().getAttribute('data-receipt');
const RECEIPT = 'Save a signed receipt';

async function checked(content: string | Uint8Array = badge.json, name = 'badge.json'): Promise<CheckerPage> {
  const checker = await CheckerPage.open(stage);
  await checker.choose(testFile(name, content));
  await checker.verdict();
  return checker;
}

describe('a receipt', () => {
  it('can be checked again: alone, with its badge, and with another', async () => {
    const checker = await checked(inPng(badge.json), 'badge.png');
    const { name, text } = await checker.save(RECEIPT);
    expect(name).toMatch(/^badge-receipt-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(text)).toMatchObject({
      type: 'ProofmarkReceipt',
      statement: expect.stringContaining('Neither Proofmark nor an issuer certifies it.'),
      badges: [
        { verdict: 'genuine-issuer-unknown', badge: { id: badge.url }, handedIn: { from: 'badge.png', bytes: inPng(badge.json).length } },
      ],
    });

    await checker.choose(testFile('receipt.json', text));
    await checker.page.getByText('It was signed with the key of this browser').waitFor();
    expect(await outcome(checker)).toBe('unchanged');
    await checker.page.getByText('Hand in the badge together with this receipt').waitFor();

    await checker.choose(testFile('receipt.json', text), testFile('the-same.png', inPng(badge.json)));
    await checker.page.getByText('byte for byte').waitFor();
    await checker.choose(testFile('receipt.json', text), testFile('another.json', (await stage.issuer.issue()).json));
    await checker.page.getByText('the bytes differ').waitFor();
    expect(await accessibilityProblems(checker.page)).toEqual([]);
  });

  it('of another browser is called that', async () => {
    const { text } = await (await checked()).save(RECEIPT);
    const other = await CheckerPage.open(stage);
    await other.paste(text);
    await other.page.getByText('It was signed with the key of another browser').waitFor();
    expect(await outcome(other)).toBe('unchanged');
  });

  it('that was changed is refused, and what it says is not shown', async () => {
    const { text } = await (await checked()).save(RECEIPT);
    const other = await CheckerPage.open(stage);
    await other.paste(text.replace('genuine-issuer-unknown', 'genuine-issuer-confirmed'));
    await other.page.locator('[data-receipt=altered]').waitFor();
    expect(await other.page.locator('.receipt', { hasText: 'Web API design' }).count()).toBe(0);
  });

  it('of a link speaks of the bytes that came from it; of pasted text, of the text', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste(badge.url);
    await checker.verdict();
    const first = JSON.parse((await checker.save(RECEIPT)).text);
    await checker.paste(`  ${badge.json}\n`);
    await checker.verdict();
    const second = JSON.parse((await checker.save(RECEIPT)).text);
    expect(second.badges[0].handedIn.sha256).toBe(first.badges[0].handedIn.sha256);
    await checker.choose(testFile('r.json', JSON.stringify(second)), testFile('badge.json', `${badge.json}\n`));
    await checker.page.getByText('byte for byte').waitFor();
  });
});

it('a receipt is compared again once a badge beside it has come', async () => {
  const saved = await CheckerPage.open(stage);
  await saved.paste(badge.url);
  await saved.verdict();
  const { text } = await saved.save(RECEIPT);
  const checker = await CheckerPage.open(stage);
  const { page } = checker;
  let isAway = true;
  await page.route(badge.url, (route) => (isAway ? route.abort() : route.continue()));
  const other = await stage.issuer.issue();
  await checker.choose(testFile('receipt.json', text), testFile('other.json', other.json), testFile('link.txt', badge.url));
  const same = page.locator('.receipt [data-same]');
  await same.waitFor();
  // The one that has not come may be the one.
  expect(await same.getAttribute('data-same')).toBe('not-asked');
  isAway = false;
  await page.locator('tr[data-verdict=unfinished]').getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.locator('.receipt [data-same=yes]').waitFor();
});

describe('a reminder', () => {
  it('is a calendar file, offered for a badge that ends', async () => {
    const checker = await checked();
    const { name, text } = await checker.save('Save a reminder before it ends');
    expect(name).toMatch(/\.ics$/);
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!);
    expect(event.startDate.toString()).toBe('2030-06-01');
    expect(event.description).toContain(`/verify/#url=${encodeURIComponent(badge.url)}`);
  });

  it('is not offered for one without an end, or one that is not genuine', async () => {
    for (const json of [(await stage.issuer.issue()).json, badge.json.replace('Web API design', 'Web API Design')]) {
      const checker = await checked(json);
      expect(await checker.page.getByRole('button', { name: /reminder/ }).count()).toBe(0);
    }
  });
});

it('gives keywords as plain text, to copy', async () => {
  const checker = await checked();
  await checker.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await checker.page.getByText('Keywords for a hiring system').click();
  await checker.page.getByRole('button', { name: 'Copy' }).click();
  await checker.page.locator('.told', { hasText: 'Copied.' }).waitFor();
  expect(await checker.page.evaluate(() => navigator.clipboard.readText())).toBe('Web API design');
});

describe('on paper', () => {
  it('stands what a file needs, on one page, with a code that leads to a new check', async () => {
    const checker = await checked();
    await checker.page.emulateMedia({ media: 'print' });
    const paper = checker.page.locator('.print-only');
    await paper.locator('svg').waitFor();
    for (const part of [`https://github.com/ada/bookshop/tree/${'a1'.repeat(20)}`, `Badge: ${badge.url}`, 'Checked on']) {
      expect(await paper.getByText(part).isVisible(), part).toBe(true);
    }
    expect(await paper.locator('.print-checks').textContent()).toMatch(/Signature\s*Passed/);
    expect(await checker.page.getByText('Nobody you trust has said who that is').last().isVisible()).toBe(true);
    expect(await checker.page.getByText('Paste a badge').isVisible()).toBe(false);
    const pages = (await checker.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(pages).toHaveLength(1);

    const shot = await paper.locator('svg').screenshot();
    const pixels = await checker.page.evaluate(async (png) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (character) => character.charCodeAt(0))]));
      const [width, height] = [image.width * 2, image.height * 2];
      const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.imageSmoothingEnabled = false;
      context.drawImage(image, 0, 0, width, height);
      return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
    }, shot.toString('base64'));
    expect(decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) }, { timeLimit: 5000 })).toBe(
      `${stage.issuer.origin}/verify/#url=${encodeURIComponent(badge.url)}`,
    );
  });
});
