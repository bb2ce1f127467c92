import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, type Opened } from '../support/browsing.js';
import { holdAnswer } from '../support/hold-answer.js';

// A person's own account in the console of the running product, with an authenticator that the browser plays (WebAuthn, 11).
let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let dataDir: string;
let opened: Opened;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-account-'));
  database = await createTestDatabase();
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  service = await startService(readConfiguration(environment), { ownerLink: true });
  browsing = await Browsing.begin();
  opened = await browsing.open(service.ownerLink ?? '', { viewport: { width: 390, height: 800 } });
});
afterAll(async () => {
  await browsing.end();
  await service.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

const heading = (name: string) => opened.page.getByRole('heading', { level: 1, name }).waitFor();

async function isSound(): Promise<void> {
  const { page, complaints, requested } = opened;
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(requested.filter((url) => !url.startsWith(service.baseUrl) && !url.startsWith('data:'))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** An authenticator in the browser whose user is verified, or is not. */
async function authenticator() {
  const cdp = await opened.page.context().newCDPSession(opened.page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const verify = (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { verify };
}

it('lets somebody change their name, add, rename and delete a passkey, and sign in with it', async () => {
  const { page } = opened;
  const { verify } = await authenticator();
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('Your e-mail address').fill('grace@school.example');
  await page.getByLabel('Name of your school or company').fill('Riverside College');
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading('Overview');
  await page.getByRole('link', { name: 'Your account' }).click();
  await heading('Your account');
  await page.getByText('You have no passkey yet.').waitFor();
  await isSound();

  await page.getByLabel('Your name').fill('Grace B. M. Hopper');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('Your name is saved.').waitFor();

  await page.getByLabel('Name of the passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('Laptop', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Rename the passkey Laptop' }).click();
  await page.getByLabel('New name for Laptop').fill('Old laptop');
  await isSound();
  const renaming = await holdAnswer(page, 'PATCH', /\/passkeys\//);
  await page.getByRole('listitem').getByRole('button', { name: 'Save' }).click();
  await renaming.asked();
  await page.getByLabel('New name for Laptop').fill('Old laptop, blue');
  await renaming.letGo();
  expect(await page.getByLabel('New name for Old laptop').inputValue()).toBe('Old laptop, blue');
  await page.getByRole('listitem').getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Old laptop', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await heading('Sign in');
  await isSound();
  await verify(false);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'No passkey of yours was recognised here.' }).waitFor();
  await verify(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await heading('Overview');
  await page.getByRole('link', { name: 'Your account' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Old laptop' })
    .getByText(/Last used on/)
    .waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Grace B. M. Hopper');

  // The session whose cookies are lost goes on, and is ended once.
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await heading('Your account');
  const ends = () => opened.requested.filter((url) => /\/v1\/sessions\/./.test(url)).length;
  const before = ends();
  await page.getByRole('button', { name: /^Sign out: / }).dblclick();
  await page.getByRole('status').getByText('That browser is signed out.').waitFor();
  await page.getByRole('button', { name: /^Sign out: / }).waitFor({ state: 'detached' });
  expect(ends() - before).toBe(1);

  await page.getByRole('button', { name: 'Delete the passkey Old laptop' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('You have no passkey yet.').waitFor();
  await isSound();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await heading('Sign in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'No passkey of yours was recognised here.' }).waitFor();
});
