import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@proofmark/client';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { Browsing } from '../support/browsing.js';
import { type IssuerPage, issuerPages } from './issuer-states.js';
import { sheetAsPicture } from './sheet-picture.js';

// The pages of an issuer, as a running service serves them: every state in English, the main ones in each language, light and dark.
const FOLDER = fileURLToPath(new URL('../../test-results/screenshots/issuer/', import.meta.url));
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;
const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'] as const;

let browsing: Browsing;
let client: Client;
let pages: readonly IssuerPage[];
beforeAll(async () => {
  const stage = await startStage({}, true);
  ({ client } = stage);
  browsing = await Browsing.begin();
  pages = await issuerPages(client, stage.service.baseUrl);
});
afterAll(() => browsing.end());

const looks = LANGUAGES.flatMap((lang) =>
  Object.entries(WIDTHS).flatMap(([width, viewport]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ lang, width, viewport, colorScheme })),
  ),
);

async function keep(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** The whole page, with the check on it done, as a reader who has scrolled sees it. */
async function draw({ url, name }: IssuerPage, options: BrowserContextOptions, folder: string): Promise<Page> {
  const { page } = await browsing.open(url, options);
  for (const badge of await page.locator('proofmark-badge').all()) {
    await badge.scrollIntoViewIfNeeded();
    await badge.locator('[data-verdict]').first().waitFor();
  }
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, folder, name);
  return page;
}

it.each(looks)('$lang, $width, $colorScheme', async ({ lang, width, viewport, colorScheme }) => {
  const folder = join(FOLDER, lang, `${width}-${colorScheme}`);
  for (const shown of pages.filter(({ main = false }) => main || lang === 'en')) {
    const page = await draw(shown, { viewport, colorScheme, locale: lang, reducedMotion: 'reduce' }, folder);
    if (shown.name === 'claim' && lang === 'en' && width === 'phone' && colorScheme === 'light') await claimed(page);
    await page.context().close();
  }
});

/** A claim link works once: what comes after it is drawn at each width and in each scheme from one page. */
async function claimed(page: Page): Promise<void> {
  await page.locator('form button[type=submit]').first().click();
  await page.waitForLoadState('networkidle');
  for (const [width, viewport] of Object.entries(WIDTHS))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await keep(page, join(FOLDER, 'en', `${width}-${colorScheme}`), 'claimed');
    }
}

it.each(LANGUAGES)('the sheet of a badge and its preview, %s', async (lang) => {
  const badge = pages.find(({ name }) => name === 'badge');
  const folder = join(FOLDER, lang);
  await mkdir(folder, { recursive: true });
  const sheet = await fetch(`${badge?.url}.pdf?lang=${lang}`, { headers: { 'accept-language': lang } });
  expect(sheet.status).toBe(200);
  await writeFile(join(folder, 'sheet.png'), await sheetAsPicture(browsing, Buffer.from(await sheet.arrayBuffer())));
  const { page } = await browsing.open(badge?.url ?? '', { locale: lang });
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content');
  await writeFile(join(folder, 'preview.png'), Buffer.from(await (await fetch(preview ?? '')).arrayBuffer()));
});
