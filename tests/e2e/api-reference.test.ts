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
    await page.locator('#operations-Credentials-issueCredential').waitFor();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(25);
    await page.locator('#operations-Credentials-issueCredential .opblock-summary').click();
    await page.locator('#operations-Credentials-issueCredential').getByText('Idempotency-Key').first().waitFor();
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true });
    expect(requested.filter((url) => !url.startsWith(`${baseUrl}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
