import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, type Opened } from '../support/browsing.js';
import { joined } from '../support/joined.js';

// Who has what, one person, one badge, and what was done to many: the running product with a thousand badges.

const HEBREW = 'עדה לאבלייס';
const ARABIC = 'زينب بنت علي';
const LONG = 'Māra Ķirsēja-Ozoliņa de la Fuente y Álvarez von Østergård';

let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let dataDir: string;
let client: Client;
/** What a browser of the owner keeps. */
let owner: BrowserContextOptions['storageState'];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-people-'));
  database = await createTestDatabase();
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  service = await startService(readConfiguration(environment), { ownerLink: true });
  browsing = await Browsing.begin();
  client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'Riverside College' });
  const achievement = await client.achievements.create({
    ...{ issuerId, name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } },
    evidencePolicy: 'none',
  });
  const lines = Array.from({ length: 990 }, (_, n) => `learner-${n}@example.org,Learner ${n}`);
  const file = { type: 'text/csv', bytes: new TextEncoder().encode(`email,name\n${lines.join('\n')}\n`) } as const;
  const job = await client.issuanceJobs.create({ achievementId: achievement.id }, file);
  await vi.waitUntil(async () => (await client.issuanceJobs.get(job.id)).endedAt !== null, { timeout: 150_000, interval: 250 });
  for (const [n, name] of [HEBREW, ARABIC, LONG, 'Ada Lovelase'].entries())
    await client.credentials.issue(achievement.id, { recipient: { email: `special-${n}@example.org`, name, externalId: `S-${n}` } });
  const opened = await browsing.open(service.ownerLink ?? '');
  await opened.page.getByLabel('Your name').fill('Grace Hopper');
  await opened.page.getByLabel('Your e-mail address').fill('grace@school.example');
  await opened.page.getByLabel('Name of your school or company').fill('Riverside College');
  await opened.page.getByRole('button', { name: 'Begin' }).click();
  await heading(opened, 'Overview');
  owner = await opened.page.context().storageState();
}, 180_000);
afterEach(() => browsing.closePages());
afterAll(async () => {
  await browsing.end();
  await service.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const at = (path: string): string => `${service.baseUrl}/console/#/at/school/${path}`;
const open = (path: string, options: BrowserContextOptions = {}) => browsing.open(at(path), { storageState: owner as never, ...options });
const rowOf = ({ page }: Opened, name: string) => page.getByRole('row').filter({ hasText: name });

/** Nothing that the page complains of, that axe finds, that sticks out, or that is asked of somebody else. */
async function isSound({ page, complaints, requested }: Opened): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(requested.filter((url) => !url.startsWith(service.baseUrl) && !url.startsWith('data:'))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

describe('who has what', () => {
  it('shows the newest first, in pages, finds a part of a name, and keeps the search in the address', async () => {
    const opened = await open('people');
    const { page } = opened;
    await heading(opened, 'People and badges');
    await rowOf(opened, 'Ada Lovelase').waitFor();
    expect(await page.getByRole('row').count()).toBe(51);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByRole('link', { name: 'First page' }).waitFor();
    await page.getByLabel('Name or e-mail address').fill('לאבלי');
    await page.keyboard.press('Enter');
    await rowOf(opened, HEBREW).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await isSound(opened);
    await page.reload();
    await rowOf(opened, HEBREW).waitFor();
    expect(await page.getByLabel('Name or e-mail address').inputValue()).toBe('לאבלי');
    await page.getByRole('button', { name: 'Show all' }).click();
    const head = (name: string) => page.getByRole('columnheader', { name, exact: true });
    const sorted = () => Promise.all(['Name', 'Issued'].map((name) => head(name).getAttribute('aria-sort')));
    await head('Name').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('row').nth(2).textContent()).toContain('Learner 0');
    expect(await sorted()).toEqual(['ascending', 'none']);
    await head('Name').getByRole('button').click();
    await expect.poll(() => page.getByRole('row').nth(1).textContent()).toContain(ARABIC);
    await page.reload();
    await rowOf(opened, ARABIC).waitFor();
    expect([await sorted(), page.url()]).toEqual([['descending', 'none'], expect.stringContaining('order=name-descending')]);
  });

  it('looks for a whole address without writing it into any address of a page or a request', async () => {
    const opened = await open('people');
    const { page, requested } = opened;
    await page.getByLabel('Name or e-mail address').fill('Special-1@example.org');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    // The whole list, which stands until the answer comes, has this row too.
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await rowOf(opened, ARABIC).waitFor();
    expect([page.url(), ...requested].filter((url) => /example\.org|special/i.test(url))).toEqual([]);
  });

  it.each([
    ['its style sheet', /\/people-[\w-]+\.css$/],
    ['a part of its script', /\/dates-[\w-]+\.js$/],
  ])('keeps what is typed when %s and the number of the frame came at the same time', async (_, part) => {
    for (let time = 0; time < 3; time += 1) {
      const { page } = await browsing.open('about:blank', { storageState: owner as never });
      const [isAsked, isCounted] = [page.waitForRequest(part), page.waitForResponse(/\/v1\/assessments/)];
      await page.route(/\/v1\/assessments/, (route) => isAsked.then(() => route.continue()));
      await page.route(part, (route) => isCounted.then(() => route.continue()));
      await page.goto(at('people'));
      await page.getByLabel('Your own id').fill('S-2');
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('heading', { name: 'Personen und Badges' }).waitFor();
      expect(await page.getByLabel('Ihre eigene Kennung').inputValue()).toBe('S-2');
    }
  });

  it('finds the own id, says when nothing fits, and lists who claimed and who did not', async () => {
    const opened = await open('people?externalId=S-2');
    await rowOf(opened, LONG).waitFor();
    await opened.page.goto(at('people?claimed=yes'));
    await opened.page.getByText('Nothing fits this search.').waitFor();
    await isSound(opened);
  });

  it('suspends what was chosen with the keyboard, and takes it back by the message', async () => {
    const opened = await open('people?name=Learner 77');
    const { page } = opened;
    const box = page.getByRole('checkbox', { name: 'Choose all on this page' });
    await box.focus();
    await page.keyboard.press('Space');
    await page.getByText('11 badges chosen').waitFor();
    await page.getByRole('button', { name: 'Suspend' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('pm-dialog[open]').getByLabel('Reason').fill('The results are looked at.');
    await isSound(opened);
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('11 badges are suspended.').first().waitFor();
    await rowOf(opened, 'suspended').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is undone').first().waitFor();
    await page.getByRole('cell', { name: 'valid', exact: true }).first().waitFor();
    expect(await rowOf(opened, 'suspended').count()).toBe(0);
  });

  it('withdraws all that a search finds once a word is typed, and takes it back after a reload', async () => {
    const opened = await open('people?name=Learner 5');
    const { page } = opened;
    await page.getByRole('button', { name: 'Choose all that are found' }).click();
    await page.getByText('111 badges chosen').waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.locator('pm-dialog[open]');
    const yes = dialog.getByRole('button', { name: 'Withdraw' });
    expect(await yes.isDisabled()).toBe(true);
    await dialog.getByLabel('Type “withdraw” to go on.').fill('withdraw');
    await yes.click();
    await page.getByText('111 badges are withdrawn in ten minutes.').first().waitFor();
    await page.goto(at('acts'));
    await page.reload();
    await heading(opened, 'What was done to many at once');
    await isSound(opened);
    await page.getByRole('listitem').filter({ hasText: 'Withdraw 111 badges' }).getByRole('button', { name: 'Undo' }).dblclick();
    await page.getByRole('listitem').filter({ hasText: 'Withdraw 111 badges' }).getByText('Undone.').waitFor();
    expect(opened.requested.filter((url) => url.endsWith('/undo'))).toHaveLength(1);
    await page.goto(at('people?name=Learner 5&state=suspended'));
    await page.getByText('Nothing fits this search.').waitFor();
  });

  it('chooses all that the list shows, whatever is typed or looked for since', async () => {
    const opened = await open('people?name=Learner 77');
    const { page } = opened;
    const chooseAll = page.getByRole('button', { name: 'Choose all that are found' });
    const who = page.getByLabel('Name or e-mail address');
    await rowOf(opened, 'Learner 771').waitFor();
    await who.fill('');
    await chooseAll.click();
    await page.getByText('11 badges chosen', { exact: true }).waitFor();

    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    // A page of a hundred is asked for where all are chosen.
    await page.route('**/v1/credentials/search', async (route) => {
      if (route.request().postDataJSON().limit === 100) await held;
      await route.continue().catch(() => undefined);
    });
    await chooseAll.click();
    await who.fill('Learner 123');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
    letGo();
    await chooseAll.waitFor();
    await page.getByText('1 badge chosen', { exact: true }).waitFor();
  });

  it('fits a phone in German, with names in their own direction', async () => {
    const opened = await open('people?name=زينب', { locale: 'de', viewport: { width: 390, height: 800 } });
    await heading(opened, 'Personen und Badges');
    await rowOf(opened, ARABIC).waitFor();
    await opened.page.getByRole('columnheader', { name: 'Name', exact: true }).getByRole('button').click();
    await opened.page.waitForURL(/order=name/);
    await rowOf(opened, ARABIC).waitFor();
    await isSound(opened);
  });
});

describe('one person', () => {
  it('has a wrong name corrected: a new badge takes the place of the old one', async () => {
    const opened = await open('people?name=Lovelase');
    const { page } = opened;
    await page.getByRole('link', { name: 'Ada Lovelase' }).click();
    await heading(opened, 'Ada Lovelase');
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByText('1 badge is corrected.').first().waitFor();
    await heading(opened, 'Ada Lovelace');
    await page.getByText('withdrawn', { exact: true }).waitFor();
    await isSound(opened);
  });

  it('is erased once a word is typed', async () => {
    const opened = await open('people?name=Learner 989');
    const { page } = opened;
    await page.getByRole('link', { name: 'Learner 989' }).click();
    await heading(opened, 'Learner 989');
    await page.getByRole('button', { name: 'Erase this person' }).click();
    await page.locator('pm-dialog[open]').getByLabel('Type “erase” to go on.').fill('erase');
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Erase this person' }).click();
    await page.getByText('The person and 1 badge are erased.').first().waitFor();
    await heading(opened, 'People and badges');
  });
});

describe('one badge', () => {
  it('tells what happened, makes a claim link once, is suspended and put in force again', async () => {
    const opened = await open('people?name=Learner 988', { viewport: { width: 390, height: 800 } });
    const { page } = opened;
    await page.getByRole('link', { name: 'Web API design' }).click();
    await heading(opened, 'Web API design');
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Make a link' }).click();
    expect(await page.getByLabel(/^Link, until/).inputValue()).toMatch(/\/claim\/pm_claim_/);
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('button', { name: 'Put in force again' }).click();
    const history = page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
    await history.filter({ hasText: 'Put in force again' }).waitFor();
    await history.filter({ hasText: 'Suspended' }).waitFor();
    await isSound(opened);
  });

  it('is said not to be there where it is not', async () => {
    const opened = await open('badges/0198ab00-0000-7000-8000-000000000000');
    await opened.page.getByRole('alert').getByText('This does not exist').first().waitFor();
    await isSound(opened);
  });
});

describe('the roles', () => {
  const colleague = async (role: Parameters<typeof joined>[2]) => joined(browsing, (await open('')).page, role);

  it('leave out what they may not do, and refuse the screens that they may not see', async () => {
    const viewer = await colleague('viewer');
    await viewer.page.goto(at('people?name=Learner 12'));
    await rowOf(viewer, 'Learner 12').first().waitFor();
    await viewer.page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
    expect(await viewer.page.getByRole('button', { name: /Withdraw|Suspend|Extend|Send again/ }).count()).toBe(0);
    for (const path of ['people/0198ab00-0000-7000-8000-000000000000', 'acts']) {
      await viewer.page.goto(at(path));
      await heading(viewer, 'Your role does not allow this');
    }
    await isSound(viewer);
    const assessor = await colleague('assessor');
    await assessor.page.goto(at('acts'));
    await heading(assessor, 'Your role does not allow this');
    const issuer = await colleague('issuer');
    await issuer.page.goto(at('people?name=Learner 13'));
    await issuer.page.getByRole('link', { name: 'Learner 13', exact: true }).click();
    await heading(issuer, 'Learner 13');
    expect(await issuer.page.getByRole('button', { name: 'Erase this person' }).count()).toBe(0);
  });
});
