import type { Client } from '@proofmark/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing } from '../support/browsing.js';

// A learner who was sent a claim link, with a browser and nothing else.
let browsing: Browsing;
let client: Client;
let achievementId: string;

const LONG = 'Designing dependable distributed systems for public services '.repeat(3).trim();
const link = async (name: string | null): Promise<string> => {
  const recipient = { email: 'ada@example.org', ...(name === null ? {} : { name }) };
  const badge = await client.credentials.issue(achievementId, { recipient });
  return (await client.credentials.createClaimLink(badge.id)).url;
};

beforeAll(async () => {
  const stage = await startStage();
  ({ client } = stage);
  browsing = await Browsing.begin();
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' });
  const criteria = { narrative: 'A reviewed project.' };
  const made = await client.achievements.create({
    issuerId,
    name: LONG,
    description: 'Designs an HTTP API.',
    criteria,
    evidencePolicy: 'none',
  });
  achievementId = made.id;
});
afterAll(() => browsing.end());

describe('a claim link', () => {
  it.each([
    ['with JavaScript', {}],
    ['without it', { javaScriptEnabled: false }],
  ])('leads a learner to their badge, the files and what may be public: %s', async (_, options) => {
    const { page, complaints, requested } = await browsing.open(await link('Ada Lovelace'), options);
    expect(await page.locator('main').textContent()).toMatch(/calls itself “School” has issued this badge to Ada Lovelace/);
    await page.getByRole('button', { name: 'Claim this badge' }).click();
    await page.getByRole('heading', { level: 1, name: /^Your badge: Designing/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Add to LinkedIn' }).isVisible()).toBe(true);
    for (const box of await page.getByRole('checkbox').all()) expect(await box.isChecked()).toBe(false);
    await page.getByLabel('A page about this badge').check();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    await page.getByText('You answered on').waitFor();
    expect(await page.getByLabel('A page about this badge').isChecked()).toBe(true);
    expect(await page.getByLabel('Search engines may list that page').isChecked()).toBe(false);
    expect(complaints).toEqual([]);
    expect(new Set(requested.map((url) => new URL(url).origin)).size).toBe(1);
    // Loading the page again sends nothing again.
    await page.reload();
    expect(await page.getByText('You answered on').isVisible()).toBe(true);
  });

  it('leads to the badge when its button is clicked twice', async () => {
    const { page } = await browsing.open(await link('Ada Lovelace'));
    await page.getByRole('button', { name: 'Claim this badge' }).dblclick();
    await page.getByRole('heading', { level: 1, name: /^Your badge: Designing/ }).waitFor();
  });

  it('tells a second person that it was used', async () => {
    const url = await link(null);
    const first = await browsing.open(url);
    await first.page.getByRole('button', { name: 'Claim this badge' }).click();
    const second = await browsing.open(url);
    expect(await second.page.getByRole('heading', { level: 1 }).textContent()).toBe('This badge was claimed already');
    expect(await accessibilityProblems(second.page)).toEqual([]);
  });

  it('stays in the language that the learner chose', async () => {
    const { page } = await browsing.open(await link('Ada Lovelace'));
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'Diesen Badge annehmen' }).click();
    await page.getByRole('button', { name: 'Meine Antworten speichern' }).click();
    await page.getByText('Sie haben am').first().waitFor();
    expect(await page.getByText('Sie wollen keine öffentliche Seite').isVisible()).toBe(true);
  });

  it.each([
    ['in the light', { colorScheme: 'light' as const }],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['with forced colours', { forcedColors: 'active' as const }],
    ['on 320 pixels', { viewport: { width: 320, height: 700 } }],
  ])('can be read and used by everybody: %s', async (_, options) => {
    const { page } = await browsing.open(await link(`آدا ${'Lovelace '.repeat(15).trim()}`), options);
    const check = async (): Promise<void> => {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    };
    await check();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Claim this badge' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What may be public?' }).waitFor();
    await check();
  });
});
