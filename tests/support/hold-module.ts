import type { Page } from 'playwright';

/**
 * Keeps back the next module whose address fits a pattern.
 *
 * @returns lets it go, and waits until it has run and the page was drawn since
 */
export async function holdModule(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const answered = page.waitForResponse(pattern);
  await page.route(pattern, (route) => held.then(() => route.continue()));
  return async () => {
    letGo();
    // Answered once the module has run.
    await page.evaluate(`import(${JSON.stringify((await answered).url())}).then(() => true)`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  };
}
