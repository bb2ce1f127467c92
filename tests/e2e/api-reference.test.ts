import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { Browsing } from '../support/browsing.js';

let browsing: Browsing;
let baseUrl: string;
beforeAll(async () => {
  ({ baseUrl } = (await startStage()).service);
  browsing = await Browsing.begin();
});
afterAll(() => browsing.end());

describe('the API reference', () => {
  it('shows every operation, asks nobody else for anything, and keeps to its policy', async () => {
    const { page, requested, complaints } = await browsing.open(`${baseUrl}/docs`);
    const groups = page.locator('.opblock-tag');
    await groups.first().waitFor();
    expect(await groups.count()).toBeGreaterThan(10);
    const { paths } = await (await fetch(`${baseUrl}/openapi.json`)).json();
    const described = Object.values(paths as Record<string, Record<string, { readonly tags: readonly string[] }>>).flatMap((path) =>
      Object.values(path).map(({ tags }) => tags[0]),
    );
    expect(new Set(described).size).toBe(await groups.count());
    // One after the other: with far more than a hundred operations open, Swagger UI draws the first three alone.
    for (const group of ['Issuers', 'Credentials']) {
      await page.locator(`#operations-tag-${group}`).click();
      await page.locator('.opblock').first().waitFor();
      await expect.poll(() => page.locator(`[id^=operations-${group}-]`).count()).toBe(described.filter((tag) => tag === group).length);
    }
    await page.locator('#operations-Credentials-issueCredential .opblock-summary').click();
    await page.locator('#operations-Credentials-issueCredential').getByText('Idempotency-Key').first().waitFor();
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true });
    expect(requested.filter((url) => !url.startsWith(`${baseUrl}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
