import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, unpackChromium } from '../../support/chromium.js';
import { type Gallery, serveGallery } from './gallery.fixture.js';
import { comparedWithKept, differenceOf, isSame } from './pictures.fixture.js';

// The Chromium of the npm package, whatever else is installed: the same program with the same typeface draws the same picture everywhere.
const HAS_IT = process.platform === 'linux' && process.arch === 'x64';

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [390, 1280].map((width) => ({ colorScheme, width })));

let browser: Browser;
let gallery: Gallery;
beforeAll(async () => {
  if (!HAS_IT) return;
  const args = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'];
  [browser, gallery] = await Promise.all([launchChromium({ args }, await unpackChromium()), serveGallery()]);
});
afterAll(async () => {
  if (HAS_IT) await Promise.all([browser.close(), gallery.close()]);
});

async function open(colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce', locale: 'en' });
  const page = await context.newPage();
  await page.goto(gallery.url);
  await page.locator('#mirrored .empty').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const whole = (page: Page): Promise<Buffer> => page.screenshot({ fullPage: true, animations: 'disabled' });

describe.runIf(HAS_IT)('the shared elements', () => {
  it.each(LOOKS)('look as they did: $colorScheme, $width pixels', async ({ colorScheme, width }) => {
    const page = await open(colorScheme, width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(await comparedWithKept(`page-${colorScheme}-${width}`, await whole(page))).toBeNull();
    for (const tone of ['good', 'open', 'old', 'bad']) await page.getByRole('button', { name: `Say ${tone}` }).click();
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await comparedWithKept(`messages-${colorScheme}-${width}`, await page.screenshot({ animations: 'disabled' }))).toBeNull();
    await page.context().close();
  });

  it.each([
    ['a colour that changes a little', ':root { --pm-good: #0b6b50; }'],
    ['a space that changes', '.facts { gap: 0.6rem !important; }'],
    ['a line that is gone', '.tile { border: 0 !important; }'],
  ])('are told apart by %s', async (_, css) => {
    const page = await open('light', 1280);
    const before = await whole(page);
    expect(isSame(differenceOf(before, await whole(page)))).toBe(true);
    await page.addStyleTag({ content: css });
    expect(isSame(differenceOf(before, await whole(page)))).toBe(false);
    await page.context().close();
  });
});
