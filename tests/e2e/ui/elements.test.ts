import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../../support/accessibility.js';
import { Browsing } from '../../support/browsing.js';
import { type Gallery, serveGallery } from './gallery.fixture.js';

let gallery: Gallery;
let browsing: Browsing;
beforeAll(async () => {
  [gallery, browsing] = await Promise.all([serveGallery(), Browsing.begin()]);
});
afterAll(() => Promise.all([gallery.close(), browsing.end()]));

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await browsing.open(gallery.url, options);
  await page.locator('#mirrored .empty').waitFor();
  return page;
}

/** The text or the accessible name of what has the focus, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
  });

const say = (page: Page, tone: string): Promise<void> => page.getByRole('button', { name: `Say ${tone}` }).click();

it.each<readonly [string, BrowserContextOptions]>([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['320 pixels', { viewport: { width: 320, height: 700 } }],
])('axe finds nothing in the shared elements, with messages and a dialog: %s', async (_, options) => {
  const page = await open(options);
  for (const tone of ['good', 'bad']) await say(page, tone);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});

describe('a dialog', () => {
  it('is named by its heading, begins at what harms nobody, and keeps the focus inside', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('dialog', { name: 'Withdraw this badge?' }).waitFor();
    expect(await focused(page)).toBe('Keep it');
    const reached = new Set<string>();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      reached.add(await focused(page));
    }
    expect([...reached].filter((name) => /Say|Ask|Mirrored|Answers|Work/.test(name) && name.length < 20)).toEqual([]);
    expect([...reached]).toEqual(expect.arrayContaining(['Keep it', 'Withdraw it', 'Close']));
  });

  it.each([
    ['Escape', 'escape', (page: Page) => page.keyboard.press('Escape')],
    ['its own button', 'button', (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()],
    ['a button of its host', 'host', (page: Page) => page.getByRole('button', { name: 'Keep it' }).click()],
  ])('ends with %s, says so, and gives the focus back', async (_, why, end) => {
    const page = await open();
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.querySelector('#plain-dialog')?.addEventListener('closed', (event) => resolve((event as CustomEvent).detail));
        }),
    );
    await page.getByRole('button', { name: 'Ask', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await end(page);
    expect(await told).toBe(why);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Ask');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  });
});

describe('a message', () => {
  const live = (page: Page, role: 'status' | 'alert') => page.locator(`#plain-toasts [role=${role}]`);

  it('is heard from a region that was there before: failures at once, all else when there is time', async () => {
    const page = await open();
    expect(await live(page, 'status').count()).toBe(1);
    expect(await live(page, 'alert').count()).toBe(1);
    await say(page, 'good');
    await say(page, 'bad');
    expect(await live(page, 'status').textContent()).toContain('The badge was issued.');
    expect(await live(page, 'alert').textContent()).toContain('the work could not be read');
    expect(await live(page, 'status').textContent()).not.toContain('could not be read');
  });

  it('goes by itself; a failure, and one that can be acted on, stay', async () => {
    const page = await open();
    // The clock stands, so that a slow machine takes nothing of the seven seconds.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    for (const tone of ['good', 'open', 'bad']) await say(page, tone);
    const items = page.locator('proofmark-toasts li');
    await page.clock.runFor(7_000);
    expect(await items.count()).toBe(3);
    await page.clock.runFor(60_000);
    await expect.poll(() => items.count()).toBe(2);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => items.count()).toBe(1);
  });

  it('stays while it has the focus; Escape closes it, and the next one has the focus', async () => {
    const page = await open();
    await page.clock.install();
    await say(page, 'open');
    await say(page, 'good');
    const items = page.locator('proofmark-toasts li');
    await items.last().getByRole('button', { name: 'Close' }).focus();
    await page.clock.runFor(60_000);
    expect(await items.count()).toBe(2);
    await page.keyboard.press('Escape');
    await expect.poll(() => items.count()).toBe(1);
    expect(await focused(page)).toBe('Close');
    await say(page, 'good');
    await page.getByRole('button', { name: 'Ask', exact: true }).focus();
    await page.clock.runFor(60_000);
    await expect.poll(() => items.count()).toBe(1);
  });

  it('gives the focus back where it was, when the last one is closed by the keyboard', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Say open' }).focus();
    await page.keyboard.press('Enter');
    const items = page.locator('#plain-toasts li');
    await items.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => items.count()).toBe(0);
    expect(await focused(page)).toBe('Say open');
  });

  it('makes room for a fifth, also where all of them stay', async () => {
    const page = await open();
    const items = page.locator('#plain-toasts li');
    for (let times = 0; times < 6; times += 1) await say(page, 'bad');
    expect(await items.count()).toBe(4);
    await say(page, 'good');
    expect(await items.last().textContent()).toContain('The badge was issued.');
    expect(await items.count()).toBe(4);
  });

  it('stands over an open dialog, where it can be heard and closed, and stays when the dialog ends', async () => {
    const page = await open();
    await say(page, 'bad');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    const items = page.locator('#plain-toasts li');
    await expect.poll(() => items.count()).toBe(2);
    // Slotted into the dialog: what is outside of a modal one cannot be clicked.
    const dialog = page.locator('#plain-dialog');
    await dialog.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(() => items.count()).toBe(1);
    expect(await dialog.locator('#plain-toasts').getByRole('alert').count()).toBe(1);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => items.count()).toBe(0);
    expect(await page.locator('body > #plain-toasts').count()).toBe(1);
  });

  it('leaves the buttons of a dialog free on a phone', async () => {
    const page = await open({ viewport: { width: 390, height: 700 } });
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    const message = await page.locator('#plain-toasts li').boundingBox();
    const button = await page.getByRole('button', { name: 'Keep it' }).boundingBox();
    expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThan(button?.y ?? 0);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(async () => (await page.locator('#plain-toasts li').boundingBox())?.y).toBeGreaterThan(500);
  });

  it.each(['reduce', 'no-preference'] as const)('moves only for readers who do not mind: %s', async (reducedMotion) => {
    const page = await open({ reducedMotion });
    await say(page, 'good');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    const moves = await page.evaluate(() =>
      ['toasts', 'dialog'].map((name) => {
        const moving = document.querySelector(`#plain-${name}`)?.shadowRoot?.querySelector('li, dialog');
        return moving ? getComputedStyle(moving).animationName : '';
      }),
    );
    expect(moves).toEqual(reducedMotion === 'reduce' ? ['none', 'none'] : ['rise', 'rise']);
  });

  it('stands at the other edge from right to left', async () => {
    const page = await open({ viewport: { width: 1280, height: 844 } });
    await say(page, 'good');
    const at = async (): Promise<number> => (await page.locator('proofmark-toasts li').boundingBox())?.x ?? 0;
    expect(await at()).toBeGreaterThan(640);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await at()).toBeLessThan(640);
  });
});
