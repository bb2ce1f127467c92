import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../apps/issuer/src/mail/smtp-server.fixture.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, type Opened } from '../support/browsing.js';
import { holdAnswer, loseAnswer } from '../support/hold-answer.js';

// The screen of mails of the running product, which sends them to a mail server on this machine.
let browsing: Browsing;
let service: Service;
let database: TestDatabase;
let server: MailServer;
let client: Client;
let issuerId: string;
let dataDir: string;
/** The owner, whose session goes on through the tests of this file. */
let opened: Opened;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-console-mail-'));
  [database, server] = await Promise.all([createTestDatabase(), startMailServer()]);
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Badges <badges@school.example>' };
  const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...mail };
  service = await startService(readConfiguration(environment), { ownerLink: true });
  client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  issuerId = (await client.issuers.create({ slug: 'school', name: 'Riverside College' })).id;
  browsing = await Browsing.begin();
  opened = await browsing.open(service.ownerLink ?? '', { viewport: { width: 390, height: 800 } });
  const { page } = opened;
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('Your e-mail address').fill('grace@school.example');
  await page.getByLabel('Name of your school or company').fill('Riverside College');
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading('Overview');
});
afterAll(async () => {
  await browsing.end();
  await service.close();
  await Promise.all([database.close(), server.close()]);
  await rm(dataDir, { recursive: true });
});

const heading = (name: string) => opened.page.getByRole('heading', { level: 1, name }).waitFor();
const region = (name: string) => opened.page.getByRole('region', { name });
/** A message says it: once to be heard, once to be seen. */
const said = (text: string) => opened.page.locator('pm-toasts').getByText(text).first().waitFor();
const texts = () => region('Texts');
const mails = async () => {
  const states: string[] = [];
  for await (const { kind, state } of client.mails.list({ issuer: issuerId })) states.push(`${kind} ${state}`);
  return states;
};

async function isSound({ page, complaints }: Opened = opened): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

describe('the screen of mails', () => {
  it('says what learners are told, and lets an owner choose it', async () => {
    const { page } = opened;
    await page.getByRole('link', { name: 'Mail', exact: true }).click();
    await heading('Mail');
    await page.getByText('There is nothing here.').waitFor();
    await isSound();
    const told = region('What learners are told');
    await told.getByLabel('A badge that was issued, renewed or corrected, with a link to claim it').check();
    await told.getByLabel('Days until a reminder').fill('14');
    const saving = await holdAnswer(page, 'PATCH', /\/mail$/);
    await told.getByRole('button', { name: 'Save' }).click();
    await saving.asked();
    await told.getByLabel('Address for replies').fill('office@school.example');
    await saving.letGo();
    await said('Saved.');
    expect(await told.getByLabel('Address for replies').inputValue()).toBe('office@school.example');
    expect(await client.mails.settings(issuerId)).toMatchObject({ issued: true, reminderDays: 14 });
  });

  it('takes words of the school, which are seen before they are used, and keeps what is typed', async () => {
    const { page } = opened;
    await texts().getByText('This is the standard text.').waitFor();
    const subject = texts().getByLabel('Subject');
    await subject.fill('{x}');
    await texts().getByRole('button', { name: 'Save' }).click();
    await texts().getByRole('alert').waitFor();
    await isSound();
    await subject.fill('Well done: {badge}');
    await page.reload();
    await heading('Mail');
    await texts().getByText('This is the standard text.').waitFor();
    expect(await subject.inputValue()).toBe('Well done: {badge}');
    await texts().getByRole('button', { name: 'Preview' }).click();
    await texts().getByText('Well done: Web API design').waitFor();
    await isSound();
    await texts().getByRole('button', { name: 'Save' }).click();
    await texts().getByText('This is your own text.').waitFor();
    // Each language has words of its own.
    await texts().getByLabel('Language of the text').selectOption('de');
    await texts().getByText('This is the standard text.').waitFor();
    expect(await subject.inputValue()).toBe('{issuer}: Ihr Badge {badge}');
  });

  it('sends a mail to try the words to the owner alone, once their address is proven', async () => {
    const { page } = opened;
    await texts().getByRole('button', { name: 'Send it to me' }).click();
    await texts().getByRole('alert').filter({ hasText: 'Sign in once by a link in a mail.' }).waitFor();
    await isSound();
    expect(server.taken).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('Sign in');
    await page.getByLabel('E-mail address').fill('grace@school.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect.poll(() => server.taken.length).toBe(1);
    const [link = ''] = /http:\S+#pm_signin_[\w-]+/.exec(server.taken[0]?.mail.text ?? '') ?? [];
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading('Overview');
    await page.getByRole('link', { name: 'Mail', exact: true }).click();
    await texts().getByText('This is your own text.').waitFor();
    await texts().getByRole('button', { name: 'Send it to me' }).click();
    await said('The mail is on its way to grace@school.example.');
    const [, tried] = server.taken;
    expect([server.taken.length, tried?.to, tried?.mail.subject]).toEqual([2, 'grace@school.example', 'Well done: Web API design']);
  });

  it('tells what became of each mail, and sends it again', async () => {
    const { page } = opened;
    const achievement = await client.achievements.create({
      ...{ issuerId, name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A project.' } },
      evidencePolicy: 'none',
    });
    await client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } });
    await expect.poll(mails).toEqual(['issued sent']);
    const last = server.taken.at(-1);
    expect([last?.to, last?.mail.subject]).toEqual(['ada@example.org', 'Well done: Web API design']);
    server.refuse = [550, 'no such mailbox'];
    await client.credentials.issue(achievement.id, { recipient: { email: 'bob@example.org', name: 'Bob' } });
    await expect.poll(mails).toEqual(['issued refused', 'issued sent']);
    await page.reload();
    const sent = region('Sent mail');
    await sent.getByRole('row').filter({ hasText: 'Refused' }).getByText('no such mailbox').waitFor();
    await isSound();
    await sent.getByLabel('State').selectOption('sent');
    await expect.poll(() => sent.getByRole('row').filter({ hasText: 'Refused' }).count()).toBe(0);
    server.refuse = null;
    await sent.getByRole('row').filter({ hasText: 'Badge issued' }).getByRole('button', { name: 'Send again' }).click();
    await said('The badge is being sent again.');
    await isSound();
  });

  it('goes back to the words of the service after a question', async () => {
    const { page } = opened;
    await texts().getByRole('button', { name: 'Back to the standard text' }).click();
    const dialog = page.locator('pm-dialog[open]');
    await dialog.getByText('Your own text will be lost.').waitFor();
    await isSound();
    await dialog.getByRole('button', { name: 'Back to the standard text' }).click();
    await said('The standard text is used again.');
    await texts().getByText('This is the standard text.').waitFor();
    expect(await texts().getByLabel('Subject').inputValue()).toBe('{issuer}: your badge {badge}');
  });

  it('shows the words of a mail under its own name, also where an answer was lost or comes late', async () => {
    const { page } = opened;
    const kind = texts().getByLabel('Mail', { exact: true });
    const subject = texts().getByLabel('Subject');
    const [issued, withdrawn] = ['{issuer}: your badge {badge}', '{issuer}: your badge {badge} was withdrawn'];
    await loseAnswer(page, 'GET', /mail-texts\/withdrawn\/en$/);
    await kind.selectOption('withdrawn');
    await texts().getByRole('button', { name: 'Try again' }).click();
    await texts().getByText('This is the standard text.').waitFor();
    expect(await subject.inputValue()).toBe(withdrawn);

    await kind.selectOption('issued');
    await expect.poll(() => subject.inputValue()).toBe(issued);
    await subject.fill('Yours: {badge}');
    const saving = await holdAnswer(page, 'PUT', /mail-texts\/issued\/en$/);
    await texts().getByRole('button', { name: 'Save' }).click();
    await saving.asked();
    await kind.selectOption('withdrawn');
    await expect.poll(() => subject.inputValue()).toBe(withdrawn);
    await saving.letGo();
    expect(await subject.inputValue()).toBe(withdrawn);
    await texts().getByText('This is the standard text.').waitFor();

    await kind.selectOption('issued');
    await texts().getByText('This is your own text.').waitFor();
    await subject.fill('Here: {badge}');
    const again = await holdAnswer(page, 'PUT', /mail-texts\/issued\/en$/);
    await texts().getByRole('button', { name: 'Save' }).click();
    await again.asked();
    await texts().getByLabel('Words on the button').fill('Typed meanwhile');
    await again.letGo();
    expect(await texts().getByLabel('Words on the button').inputValue()).toBe('Typed meanwhile');
    expect(await subject.inputValue()).toBe('Here: {badge}');
  });

  it.each([
    ['de', 'Mails', 'Was Lernende erfahren'],
    ['fr', 'E-mails', 'Ce que les apprenants reçoivent'],
    ['es', 'Correos', 'Lo que se comunica a los estudiantes'],
    ['nl', 'Mail', 'Wat lerenden horen'],
  ])('speaks %s, in the dark', async (locale, title, told) => {
    const storageState = await opened.page.context().storageState();
    const options = { locale, colorScheme: 'dark', viewport: { width: 320, height: 700 }, storageState } as const;
    const other = await browsing.open(`${service.baseUrl}/console/#/at/school/mail`, options);
    await other.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await other.page.getByRole('heading', { level: 2, name: told }).waitFor();
    await isSound(other);
  });
});
