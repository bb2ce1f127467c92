import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, type Opened } from '../support/browsing.js';
import { holdModule } from '../support/hold-module.js';

// The console of the running product, as somebody sees it who has the link of the start and no mail server.
let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-console-'));
  database = await createTestDatabase();
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  service = await startService(readConfiguration(environment), { ownerLink: true });
  browsing = await Browsing.begin();
  const client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'Riverside College' });
  const achievement = await client.achievements.create({
    ...{ issuerId, name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } },
    evidencePolicy: 'none',
  });
  await client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } });
});
afterAll(async () => {
  await browsing.end();
  await service.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Nothing that the page complains of, that axe finds, that sticks out, or that is asked of somebody else. */
async function isSound({ page, complaints, requested }: Opened): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(requested.filter((url) => !url.startsWith(service.baseUrl) && !url.startsWith('data:'))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

describe('the console', () => {
  it('makes whoever opens the link of the start the owner, who sees what there is, signs out, and comes back by a mail', async () => {
    const opened = await browsing.open(service.ownerLink ?? '', { viewport: { width: 390, height: 800 } });
    const { page } = opened;
    await heading(opened, 'Make this service yours');
    expect(page.url()).toBe(`${service.baseUrl}/console/`);
    await isSound(opened);
    await page.getByLabel('Your name').fill('Grace Hopper');
    await page.getByLabel('Your e-mail address').fill('grace@school.example');
    await page.getByLabel('Name of your school or company').fill('Riverside College');
    await page.getByRole('button', { name: 'Begin' }).click();
    await heading(opened, 'Overview');
    await page.getByText('You are an owner of Riverside College.').waitFor();
    await page.getByText('1 badge', { exact: true }).waitFor();
    await page.getByText('to Ada Lovelace').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Overview');
    await isSound(opened);
    await page.reload();
    await heading(opened, 'Overview');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading(opened, 'Sign in');
    expect(await page.context().cookies()).toEqual([]);
    await isSound(opened);
    await page.getByLabel('E-mail address').fill('grace@school.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await heading(opened, 'If this address can sign in, a mail is on its way.');
    await page.getByRole('link', { name: /This service sends no mail/ }).click();
    await page.getByRole('heading', { name: 'Your link to sign in' }).waitFor();
    await isSound(opened);
    await page.getByRole('link', { name: /#pm_signin_/ }).click();
    await heading(opened, 'Sign in on this device?');
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(opened, 'Overview');
    await isSound(opened);
  });

  it('says that a link was used, and keeps what was typed', async () => {
    const opened = await browsing.open(service.ownerLink ?? '');
    const { page } = opened;
    await page.getByLabel('Your name').fill('Eve');
    await page.getByLabel('Your e-mail address').fill('eve@school.example');
    await page.getByLabel('Name of your school or company').fill('Evil');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('alert').filter({ hasText: 'This link works no more' }).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Eve');
    await isSound(opened);
  });

  it.each([
    ['de', 'Anmelden'],
    ['fr', 'Se connecter'],
    ['es', 'Entrar'],
    ['nl', 'Inloggen'],
  ])('speaks the language of the browser: %s', async (locale, title) => {
    const opened = await browsing.open(`${service.baseUrl}/console/`, { locale, viewport: { width: 320, height: 700 } });
    await heading(opened, title);
    expect(await opened.page.evaluate(() => document.documentElement.lang)).toBe(locale);
    await isSound(opened);
    await opened.page.getByRole('combobox').selectOption('en');
    await heading(opened, 'Sign in');
  });

  it('speaks the language that was chosen last, also where the words of another come later', async () => {
    const opened = await browsing.open(`${service.baseUrl}/console/`, { locale: 'en' });
    const { page } = opened;
    await heading(opened, 'Sign in');
    const letGo = await holdModule(page, /\/de-[\w-]+\.js$/);
    await page.getByRole('combobox').selectOption('de');
    await page.getByRole('combobox').selectOption('es');
    await heading(opened, 'Entrar');
    await letGo();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    await heading(opened, 'Entrar');
  });

  it('shows kept mails to this machine under its own name alone', async () => {
    const { port } = service;
    const asked = async (host: string, more: Record<string, string> = {}) => {
      const { request } = await import('node:http');
      return new Promise<number>((resolve, reject) => {
        request({ port, path: '/console/mail', headers: { host, ...more } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    };
    const typed = { 'sec-fetch-site': 'none' };
    expect(await asked(`localhost:${port}`, typed)).toBe(200);
    expect(await asked(`localhost:${port}`)).toBe(404);
    expect(await asked('rebound.example', typed)).toBe(404);
    expect(await asked(`localhost:${port}`, { ...typed, 'x-forwarded-for': '192.0.2.1' })).toBe(404);
  });
});
