import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browsing } from '../support/browsing.js';

// The way that a start promises: from its link to a badge of one's own.
let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-first-'));
  database = await createTestDatabase();
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  service = await startService(readConfiguration(environment), { example: true, ownerLink: true });
  browsing = await Browsing.begin();
});
afterAll(async () => {
  await browsing.end();
  await service.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

it('leads from the link of the start to a badge of one’s own in five clicks and two minutes', async () => {
  const begun = Date.now();
  const { page } = await browsing.open(service.ownerLink ?? '');
  let clicks = 0;
  const click = async (role: 'button' | 'link', name: string): Promise<void> => {
    clicks += 1;
    await page.getByRole(role, { name }).click();
  };
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('Your e-mail address').fill('grace@school.example');
  await page.getByLabel('Name of your school or company').fill('Riverside College');
  await click('button', 'Begin');
  await click('link', 'Issue your first badge');
  expect(await page.getByLabel('Name of the issuer').inputValue()).toBe('Riverside College');
  await page.getByLabel('Name of the achievement').fill('Web API design');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await click('button', 'Issue this badge');
  await page.getByRole('heading', { level: 1, name: 'The badge is issued' }).waitFor();
  const url = (await page.getByRole('link', { name: 'The badge’s page' }).getAttribute('href')) ?? '';
  const badge = (await (await fetch(url, { headers: { accept: 'application/vc' } })).json()) as { issuer: { id: string; name: string } };
  expect(badge.issuer).toMatchObject({ id: expect.stringMatching(/issuers:riverside-college$/), name: 'Riverside College' });
  expect(clicks).toBeLessThanOrEqual(5);
  expect(Date.now() - begun).toBeLessThan(120_000);

  // The example has an issuer too, which comes first by its name. Who comes back goes on where they were.
  await page.goto(`${service.baseUrl}/console/`);
  await page.getByText('You are an owner of Riverside College.').waitFor();
  const chosen = page.getByRole('combobox').filter({ hasText: 'Acme Academy' });
  expect(await chosen.locator('option:checked').textContent()).toBe('Riverside College');

  // Where an organisation has several issuers, each screen says which one it asks for.
  const id = url.slice(url.lastIndexOf('/') + 1);
  const screens = [
    'achievements',
    'issue',
    'issue-many',
    'people',
    'assess',
    'acts',
    'skills',
    'mail',
    'team',
    'settings/profile',
    `badges/${id}`,
  ];
  for (const screen of screens) {
    await page.goto('about:blank');
    await page.goto(`${service.baseUrl}/console/#/at/riverside-college/${screen}`, { waitUntil: 'networkidle' });
    expect(await page.getByRole('main').textContent(), screen).not.toContain('That did not work');
  }
  await page.getByRole('region', { name: 'A second pair of eyes' }).getByRole('button').waitFor();
});
