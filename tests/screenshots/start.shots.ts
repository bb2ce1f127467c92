import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, it } from 'vitest';
import { cohort } from '../support/cohort.js';
import { type ConsoleStage, startConsole } from '../support/console-stage.js';

// The pictures of docs/start, which Git keeps: what a provider and a learner see.
const FOLDER = fileURLToPath(new URL('../../docs/start/pictures/', import.meta.url));
const DESK = { viewport: { width: 1000, height: 860 } };
const PHONE = { viewport: { width: 390, height: 780 } };

let stage: ConsoleStage;
let work: string;
beforeAll(async () => {
  stage = await startConsole();
  work = `${stage.service.baseUrl}/embed/proofmark-badge.js`;
  const more = {
    description: 'Designs, documents and tests an HTTP API.',
    criteria: { narrative: 'A project that two teachers have read.' },
  };
  const { id } = await stage.client.achievements.create({
    ...{ issuerId: stage.issuerId, name: 'Web API design', ...more, tag: ['HTTP', 'OpenAPI'] },
    evidencePolicy: { min: 1, pinned: 'required' },
  });
  await stage.client.achievements.create({ issuerId: stage.issuerId, name: 'Attendance', ...more, evidencePolicy: 'none' });
  for (const name of ['Ada Lovelace', 'Bob Builder', 'Cora Diaz', 'Māra Ozoliņa'])
    await stage.client.credentials.issue(id, {
      recipient: { email: `${name.toLowerCase().replace(/\W/g, '')}@example.org`, name },
      evidence: [{ url: work, name: 'Todo API' }],
    });
});
afterAll(() => stage.end());

const look = (options: BrowserContextOptions): BrowserContextOptions => ({
  ...{ colorScheme: 'light', locale: 'en', timezoneId: 'UTC', reducedMotion: 'reduce' },
  ...options,
});

async function keep(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
  await page.context().close();
}

it('issuing one badge', async () => {
  const { page } = await stage.open('issue', look(DESK));
  await page.getByLabel('Achievement').selectOption({ label: 'Web API design' });
  await page.getByLabel('E-mail address').fill('grace@example.org');
  await page.getByLabel('Name', { exact: true }).fill('Grace Hopper');
  await page.getByLabel('Link to the work').fill(work);
  await page.getByText('This is what the achievement asks for.').waitFor();
  await page.getByLabel('Achievement').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 200));
  await keep(page, 'issue-one');
});

it('what a check of a spreadsheet finds', async () => {
  const { page } = await stage.open('issue-many', look(DESK));
  await page.getByLabel('What they earned').selectOption({ label: 'Attendance' });
  await page
    .getByLabel('File of a spreadsheet')
    .setInputFiles({ name: 'class-3b.csv', mimeType: 'text/csv', buffer: Buffer.from(cohort()) });
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByRole('heading', { level: 1, name: 'What the check found' }).waitFor();
  await keep(page, 'issue-many');
});

it('people and badges', async () => {
  const { page } = await stage.open('people', look(DESK));
  await page.getByRole('row').nth(4).waitFor();
  await keep(page, 'people');
});

it('what a learner is given', async () => {
  const { data } = await stage.client.credentials.page({ issuer: stage.issuerId });
  const { url } = await stage.client.credentials.createClaimLink(data.at(-1)?.id ?? '');
  const { page } = await stage.open('people', look(PHONE));
  await page.goto(url);
  await page.getByRole('button', { name: 'Claim this badge' }).click();
  await page.getByRole('heading', { name: 'What may be public?' }).waitFor();
  await page.screenshot({ path: `${FOLDER}claimed.png`, animations: 'disabled' });
  await page.goto(data.at(-1)?.url ?? '');
  await keep(page, 'badge');
});
