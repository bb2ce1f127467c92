import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, type Opened } from '../support/browsing.js';
import { holdAnswer } from '../support/hold-answer.js';

// What learners want corrected, decided by the people of their provider.
let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let dataDir: string;
let client: Client;
let achievementId: string;
let owner: NonNullable<BrowserContextOptions['storageState']>;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-corrections-'));
  database = await createTestDatabase();
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  service = await startService(readConfiguration(environment), { ownerLink: true });
  browsing = await Browsing.begin();
  client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'Riverside College' });
  const made = {
    name: 'Web API design',
    description: 'Designs an HTTP API.',
    criteria: { narrative: 'A project.' },
    evidencePolicy: 'none',
  };
  achievementId = (await client.achievements.create({ issuerId, ...made, evidencePolicy: 'none' })).id;
  const opened = await browsing.open(service.ownerLink ?? '');
  await opened.page.getByLabel('Your name').fill('Grace Hopper');
  await opened.page.getByLabel('Your e-mail address').fill('grace@school.example');
  await opened.page.getByLabel('Name of your school or company').fill('Riverside College');
  await opened.page.getByRole('button', { name: 'Begin' }).click();
  await heading(opened, 'Overview');
  owner = await opened.page.context().storageState();
}, 120_000);
afterEach(() => browsing.closePages());
afterAll(async () => {
  await browsing.end();
  await service.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A learner who says on their page what their name is. */
async function misnamed(n: number): Promise<void> {
  const { id } = await client.credentials.issue(achievementId, { recipient: { email: `learner-${n}@example.org`, name: `Lerner ${n}` } });
  const { url } = await client.credentials.createClaimLink(id);
  const page = (await fetch(url, { method: 'POST', redirect: 'manual' })).headers.get('location') ?? '';
  await fetch(new URL(page, url), {
    method: 'POST',
    body: new URLSearchParams({ do: 'correct', name: `Learner ${n} `.repeat(n).trim(), email: '' }),
  });
}

describe('corrections that learners ask for', () => {
  it.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['in the dark', { colorScheme: 'dark' as const, viewport: { width: 1280, height: 900 } }],
  ])('stand above the list of badges, and are agreed to or not: %s', async (_, options) => {
    await misnamed(1);
    await misnamed(12);
    const opened = await browsing.open(`${service.baseUrl}/console/#/at/school/people`, { ...options, storageState: owner });
    const { page } = opened;
    await heading(opened, 'People and badges');
    const panel = page.getByRole('region', { name: '2 learners ask for corrections' });
    await panel.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    const leave = panel.getByRole('button', { name: 'Leave as it is' }).last();
    const reading = await holdAnswer(page, 'GET', /\/v1\/corrections\?/);
    await leave.click();
    await page.getByText('The badge stays as it is.').first().waitFor();
    // It is decided, and stands there until the list is read anew.
    expect(await leave.isDisabled()).toBe(true);
    await reading.letGo();
    await page.getByRole('region', { name: 'A learner asks for a correction' }).waitFor();
    await page.getByRole('button', { name: 'Agree and correct' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Agree and correct' }).click();
    await page.getByText('The badge is corrected.').first().waitFor();
    await page.getByRole('region', { name: /corrections?$/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('table').textContent()).toContain('Learner 1');
    expect(opened.complaints).toEqual([]);
  });
});
