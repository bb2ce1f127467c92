import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryReport, type MailServer, startMailServer, type TakenMail } from '../../apps/issuer/src/mail/smtp-server.fixture.js';
import { Browsing } from '../support/browsing.js';
import { cohort, mended } from '../support/cohort.js';

// A day of a school with 400 learners, from the link that a start prints: each step stands on those before. Mails go over SMTP; nobody has an API key but
// who looks at the outcome.
let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let dataDir: string;
let mails: MailServer;
let page: Page;
let client: Client;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-day-'));
  database = await createTestDatabase();
  mails = await startMailServer();
  const environment = {
    ...{ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' },
    ...{ SMTP_URL: mails.url, MAIL_FROM: 'Riverside College <badges@school.example>', MAIL_RETURN_PATH: 'bounces@school.example' },
  };
  service = await startService(readConfiguration(environment), { ownerLink: true });
  browsing = await Browsing.begin();
  ({ page } = await browsing.open(service.ownerLink ?? ''));
  client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
});
afterAll(async () => {
  await browsing.end();
  await service.close();
  await mails.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

const heading = (name: string, where = page) => where.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const dialog = () => page.locator('pm-dialog[open]');
const go = async (path: string, title: string): Promise<void> => {
  await page.goto(`${service.baseUrl}/console/#/at/riverside-college/${path}`);
  await heading(title);
};
const linkIn = (mail: TakenMail | undefined, path: string): string =>
  new RegExp(`https?://\\S+?${path}[\\w-]+`).exec(mail?.mail.text ?? '')?.[0] ?? '';
const mailsTo = (address: string): readonly TakenMail[] => mails.taken.filter(({ to }) => to === address);
const lastMailTo = async (address: string, count: number): Promise<TakenMail | undefined> => {
  await expect.poll(() => mailsTo(address).length, { timeout: 60_000 }).toBe(count);
  return mailsTo(address).at(-1);
};
const badges = async (filter: Parameters<Client['credentials']['list']>[0]): Promise<number> => {
  let count = 0;
  for await (const { id } of client.issuers.list()) for await (const _ of client.credentials.list({ issuer: id, ...filter })) count += 1;
  return count;
};

describe('the day of a provider', () => {
  it('begins with the link that the start printed, and a school', async () => {
    await page.getByLabel('Your name').fill('Grace Hopper');
    await page.getByLabel('Your e-mail address').fill('grace@school.example');
    await page.getByLabel('Name of your school or company').fill('Riverside College');
    await page.getByRole('button', { name: 'Begin' }).click();
    await heading('Overview');
    await page.getByRole('link', { name: 'Make an issuer' }).click();
    await page.getByLabel('Name of your school or company').fill('Riverside College');
    await page.getByRole('button', { name: 'Make the issuer' }).click();
    await page.getByRole('link', { name: 'Make an achievement' }).waitFor();
  });

  it('goes on with a colleague, who joins by a mail', async () => {
    await go('team', 'Team');
    await page.getByLabel('E-mail address').fill('katherine@school.example');
    await page.getByLabel('Role', { exact: true }).selectOption('issuer');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    const invitation = await lastMailTo('katherine@school.example', 1);
    const colleague = await browsing.open(linkIn(invitation, '/console/#pm_invite_'));
    await colleague.page.getByLabel('Your name').fill('Katherine Johnson');
    await colleague.page.getByRole('button', { name: 'Join' }).click();
    await heading('Overview', colleague.page);
    await page.reload();
    await page.getByRole('row').filter({ hasText: 'Katherine Johnson' }).waitFor();
  });

  it('with an achievement', async () => {
    await go('achievements/new', 'New achievement');
    await page.getByLabel('Name', { exact: true }).fill('Data modelling');
    await page.getByLabel('What somebody can do who has it').fill('Models data for an application.');
    await page.getByLabel('What one has to do for it').fill('A model, reviewed by two people.');
    await page.getByLabel('No: the badge rests on our word').check();
    await page.getByRole('button', { name: 'Make this achievement' }).click();
    await heading('Change “Data modelling”');
  });

  it('with mails to learners, which somebody has to want', async () => {
    await go('mail', 'Mail');
    const told = page.getByRole('region', { name: 'What learners are told' });
    await told.getByLabel('A badge that was issued, renewed or corrected, with a link to claim it').check();
    await told.getByLabel('A badge that was withdrawn, suspended or is valid again').check();
    await told.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
  });

  it('with 400 learners from a spreadsheet of which six rows are wrong', async () => {
    await go('issue-many', 'Issue many');
    const send = async (name: string, csv: string): Promise<void> => {
      await page.getByLabel('What they earned').selectOption({ label: 'Data modelling' });
      await page.getByLabel('File of a spreadsheet').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await page.getByRole('button', { name: 'Check all rows' }).click();
      await heading('What the check found');
    };
    const issue = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await dialog().getByRole('button', { name: 'Issue', exact: true }).click();
      await heading('The list is done');
    };
    await send('klasse 3b.csv', cohort());
    await issue('Issue 394 badges, leave out 6 rows');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download these rows' }).click();
    const rejects = await text(await (await coming).createReadStream());
    await page.getByRole('link', { name: 'Send the corrected rows' }).click();
    await heading('Issue many');
    await send('rows-with-faults.csv', mended(rejects));
    await issue('Issue 6 badges');
    expect(await badges({ state: 'current' })).toBe(400);
  });

  it('with one mail to each of them', async () => {
    const learners = () => mails.taken.filter(({ to }) => /^l\d+@/.test(to));
    await expect.poll(() => learners().length, { timeout: 170_000, interval: 500 }).toBe(400);
    expect(new Set(learners().map(({ to }) => to)).size).toBe(400);
    expect(new Set(learners().map((mail) => linkIn(mail, '/claim/'))).size).toBe(400);
  });

  it('with thirty learners who claim', async () => {
    const learner = await browsing.open('about:blank');
    for (let n = 100; n < 130; n += 1) {
      await learner.page.goto(linkIn(mailsTo(`l${n}@school.example`)[0], '/claim/'));
      await learner.page.getByRole('button', { name: 'Claim this badge' }).click();
      await heading('Your badge: Data modelling', learner.page);
    }
    expect(await badges({ claimed: 'yes' })).toBe(30);
    await go('', 'Overview');
    const claimed = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Claimed', exact: true }) });
    await claimed.getByText('30 of 400', { exact: true }).waitFor();
  });

  it('with a mail that comes back, and the address corrected', async () => {
    const [lost] = mailsTo('l7@school.example');
    const report = await fetch(`${service.baseUrl}/v1/mail-bounces`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: deliveryReport({ to: lost?.from ?? '' }),
    });
    expect(report.status).toBe(200);
    await go('mail', 'Mail');
    await page.getByRole('region', { name: 'Sent mail' }).getByLabel('State').selectOption({ label: 'Came back: 1' });
    await page.getByRole('row').filter({ hasText: 'no such mailbox' }).waitFor();
    await go('people?name=Nummer 7', 'People and badges');
    await page.getByRole('link', { name: 'Learner7 Nummer 7', exact: true }).click();
    await heading('Learner7 Nummer 7');
    await page.getByLabel('E-mail address').fill('seven@school.example');
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await dialog().getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByText('1 badge is corrected.').first().waitFor();
    const corrected = await lastMailTo('seven@school.example', 1);
    expect(corrected?.mail.subject).toBe('Riverside College: your badge Data modelling was corrected');
    expect(await badges({ state: 'current' })).toBe(400);
  });

  it('with a badge that is withdrawn, of which its learner hears', async () => {
    await go('people?name=Nummer 111', 'People and badges');
    await page.getByRole('link', { name: 'Data modelling' }).click();
    await heading('Data modelling');
    await page.getByRole('button', { name: 'Withdraw for good' }).click();
    await dialog().getByLabel('Reason').fill('The model was another learner’s.');
    await dialog().getByLabel('Type “withdraw” to go on.').fill('withdraw');
    await dialog().getByRole('button', { name: 'Withdraw for good' }).click();
    await page.getByText('The badge is withdrawn.').first().waitFor();
    const told = await lastMailTo('l111@school.example', 2);
    expect(told?.mail.subject).toBe('Riverside College: your badge Data modelling was withdrawn');
    const learner = await browsing.open(linkIn(told, '/credentials/'));
    await learner.page.getByText('The model was another learner’s.').first().waitFor();
  });

  it('with a badge that is renewed', async () => {
    await go('people?name=Nummer 112', 'People and badges');
    await page.getByRole('link', { name: 'Data modelling' }).click();
    await heading('Data modelling');
    await page.getByRole('button', { name: 'Extend' }).click();
    await dialog().getByLabel('New end').fill('2031-06-30');
    await dialog().getByRole('button', { name: 'Extend' }).click();
    await page.getByText('The badge is extended.').first().waitFor();
    const told = await lastMailTo('l112@school.example', 2);
    expect(told?.mail.subject).toBe('Riverside College: your badge Data modelling was renewed');
  });

  it('and ends with an export of everything', async () => {
    await go('settings/export', 'Export');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
    const archive = await buffer(await download.createReadStream());
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    await page.getByText(/^It is whole: /).waitFor();
  });
});
