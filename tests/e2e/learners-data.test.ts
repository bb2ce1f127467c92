import { text } from 'node:stream/consumers';
import type { Client } from '@proofmark/client';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing } from '../support/browsing.js';

// A learner with a browser and a mailbox: what is kept of them, and a name that is wrong.
let browsing: Browsing;
let client: Client;
let baseUrl: string;
let achievementId: string;
let issuerId: string;

beforeAll(async () => {
  const stage = await startStage();
  ({ client } = stage);
  ({ baseUrl } = stage.service);
  browsing = await Browsing.begin();
  issuerId = (await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' })).id;
  const criteria = { narrative: 'A reviewed project.' };
  const made = { issuerId, name: 'Web API design', description: 'Designs an HTTP API.', criteria, evidencePolicy: 'none' } as const;
  achievementId = (await client.achievements.create(made)).id;
});
afterAll(() => browsing.end());

/** The private page of a learner. */
async function claimed(email: string, options: BrowserContextOptions): Promise<{ readonly page: Page; readonly id: string }> {
  const { id } = await client.credentials.issue(achievementId, { recipient: { email, name: 'Ada Lovelace' } });
  const { page } = await browsing.open((await client.credentials.createClaimLink(id)).url, options);
  await page.getByRole('button', { name: 'Claim this badge' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your badge: Web API design' }).waitFor();
  return { page, id };
}

/** Opens the newest mail of this machine to an address. */
async function openMail(page: Page, to: string): Promise<void> {
  await page.goto(`${baseUrl}/console/mail`);
  await page.getByRole('article').filter({ hasText: to }).getByRole('link').first().click();
}

async function isForEverybody(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

describe('a learner', () => {
  it.each([
    ['in the light, without JavaScript, on a phone', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['on 320 pixels', { viewport: { width: 320, height: 700 } }],
  ])('sees, downloads and erases what is kept of them, by the keyboard: %s', async (name, options) => {
    const email = `${name.length}@example.org`;
    const { page, id } = await claimed(email, options);
    // Without JavaScript, axe cannot run.
    const check = async (): Promise<void> => (name.includes('without') ? undefined : isForEverybody(page));
    await check();
    await page.getByRole('button', { name: 'Send me the link' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
    await check();
    await openMail(page, email);
    await page.getByRole('heading', { level: 1, name: 'What “School” keeps about you' }).waitFor();
    await check();
    expect(await page.locator('main').textContent()).toContain(email);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download everything' }).click(),
    ]);
    const kept = JSON.parse(await text(await download.createReadStream()));
    expect([kept.recipient.email, kept.credentials[0].id]).toEqual([email, id]);
    const word = page.getByLabel('Type ERASE to say that you mean it');
    await word.fill('no');
    await word.press('Enter');
    await page.getByText('Nothing was erased.').waitFor();
    await check();
    await page.getByLabel('Type ERASE to say that you mean it').fill('erase');
    await page.getByRole('button', { name: 'Erase everything for good' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your data were erased' }).waitFor();
    await check();
    await expect(client.credentials.get(id)).rejects.toMatchObject({ status: 410 });
  });

  it('has a wrong name and address corrected, after the issuer agreed', async () => {
    const { page } = await claimed('wrong@example.org', { viewport: { width: 390, height: 844 } });
    await page.getByLabel('The right name').fill('Ada King');
    await page.getByLabel('The right e-mail address').fill('right@example.org');
    await page.getByRole('button', { name: 'Ask for the correction' }).click();
    await page.getByText('A link was sent to the new address').waitFor();
    await openMail(page, 'right@example.org');
    await page.getByRole('heading', { level: 1, name: 'Is this your address?' }).waitFor();
    await isForEverybody(page);
    await page.getByRole('button', { name: 'Yes, this is my address' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your request is waiting' }).waitFor();
    await isForEverybody(page);
    for await (const { id, proposed } of client.corrections.list({ issuer: issuerId })) {
      expect(proposed).toEqual({ name: 'Ada King', email: 'right@example.org' });
      await client.corrections.decide(id, { accept: true });
    }
    const { data } = await client.recipients.search({ email: 'right@example.org', issuer: issuerId });
    expect(data).toMatchObject([{ name: 'Ada King' }]);
  });
});
