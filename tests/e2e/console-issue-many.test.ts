import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { cohort, mended } from '../support/cohort.js';
import { type ConsoleStage, startConsole } from '../support/console-stage.js';

// Issuing many badges in the console of the running product.
let stage: ConsoleStage;
let achievementId: string;
beforeAll(async () => {
  stage = await startConsole();
  achievementId = await achievement('Web API design');
});
afterAll(() => stage.end());

async function achievement(name: string): Promise<string> {
  const { id } = await stage.client.achievements.create({
    ...{ issuerId: stage.issuerId, name, description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } },
    evidencePolicy: 'none',
  });
  return id;
}

async function badgesOf(id: string): Promise<number> {
  let count = 0;
  for await (const _ of stage.client.credentials.list({ achievement: id })) count += 1;
  return count;
}

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const begin = async ({ page }: Opened, name: string, file: Parameters<typeof page.setInputFiles>[1]) => {
  await page.getByLabel('What they earned').selectOption({ label: name });
  await page.getByLabel('File of a spreadsheet').setInputFiles(file);
};

describe('issuing many', () => {
  it('makes badges of 400 learners but six, tells of each fault before, and takes the corrected rows without doubling anybody', async () => {
    const opened = await stage.open('issue-many');
    const { page } = opened;
    await heading(opened, 'Issue many');
    await page.getByText('No list was sent yet.').waitFor();
    expect(await page.getByRole('button', { name: 'Check all rows' }).isDisabled()).toBe(true);
    await stage.isSound(opened);
    await begin(opened, 'Web API design', csv('klasse 3b.csv', cohort()));
    await page.getByText(/^Chosen: klasse 3b.csv \(\d+ kB\)$/).waitFor();
    const is = (name: string) => page.getByLabel(`What “${name}” is`);
    expect(await is('Vorname').inputValue()).toBe('given_name');
    expect(await is('Nachname').inputValue()).toBe('family_name');
    expect(await is('E-Mail').inputValue()).toBe('email');
    expect(await is('Klasse').inputValue()).toBe('');
    expect(await is('Gültig bis').inputValue()).toBe('valid_until');
    await page.getByText('Learner0 · Learner1 · Learner2').waitFor();
    await is('E-Mail').selectOption('');
    await page.getByText('No column says who it is.').waitFor();
    await is('E-Mail').selectOption('email');
    await is('Klasse').selectOption('external_id');
    await is('Klasse').selectOption('');
    await stage.isSound(opened);

    await page.getByRole('button', { name: 'Check all rows' }).click();
    await heading(opened, 'What the check found');
    await page.getByText('394 badges can be issued').waitFor();
    const faults = page.getByRole('table', { name: /Rows with faults/ });
    expect(await faults.getByRole('row').allInnerTexts()).toMatchObject([
      expect.stringContaining('What is wrong'),
      expect.stringMatching(/5\s+E-Mail\s+l3@\s+This is no e-mail address\.\s+Correct it/),
      expect.stringMatching(/52\s+E-Mail\s+l50 at school\.example/),
      expect.stringMatching(/101\s+E-Mail\s+nothing\s+The row does not say who it is/),
      expect.stringMatching(/152\s+Gültig bis\s+next year\s+This is no date/),
      expect.stringMatching(/252\s+Gültig bis\s+1999-01-01/),
      expect.stringMatching(/401\s+.*A value stands beside the table/s),
    ]);
    expect(await badgesOf(achievementId)).toBe(0);
    await stage.isSound(opened);
    const checked = page.url();

    await page.getByRole('button', { name: 'Issue 394 badges, leave out 6 rows' }).click();
    await page.getByRole('dialog', { name: 'Issue 394 badges?' }).waitFor();
    await page.getByText('Who has this badge already keeps it, and gets no second one.').waitFor();
    await stage.isSound(opened);
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await heading(opened, 'The list is done');
    await page.getByText('394 badges issued').waitFor();
    expect(await badgesOf(achievementId)).toBe(394);
    await stage.isSound(opened);

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download these rows' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('rows-with-faults.csv');
    const rejects = await text(await download.createReadStream());
    expect(rejects).toContain('proofmark_reason');
    expect(rejects.trim().split('\r\n')).toHaveLength(7);

    // The same check again leads to the same badges.
    await page.goto(checked);
    await heading(opened, 'What the check found');
    await page.getByRole('button', { name: 'Issue 394 badges, leave out 6 rows' }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await heading(opened, 'The list is done');
    expect(await badgesOf(achievementId)).toBe(394);

    await page.getByRole('link', { name: 'Send the corrected rows' }).click();
    await heading(opened, 'Issue many');
    expect(await page.getByLabel('What they earned').inputValue()).toBe(achievementId);
    await begin(opened, 'Web API design', csv('rows-with-faults.csv', mended(rejects)));
    await page.getByText('As you chose it for the last file with these headings.').waitFor();
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await heading(opened, 'What the check found');
    await page.getByRole('button', { name: /^Issue 6 badges$/ }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await heading(opened, 'The list is done');
    expect(await badgesOf(achievementId)).toBe(400);

    // And the whole file once more makes nobody a second one.
    await page.getByRole('link', { name: 'Send another list' }).click();
    await begin(opened, 'Web API design', csv('klasse 3b.csv', cohort()));
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await heading(opened, 'What the check found');
    // With the learner whose date had passed: that row was corrected, so she has the badge now.
    await page.getByText('395 people have it already').waitFor();
    await page.getByText('No row can become a badge as it is.').waitFor();
    await page.getByRole('link', { name: 'All lists' }).click();
    const lists = page.getByRole('table', { name: /Lists that were sent/ }).getByRole('row');
    await expect.poll(() => lists.count()).toBe(6);
    await stage.isSound(opened);
  }, 480_000);
});

describe('a list that runs', () => {
  it('shows how far it is, can be left and stopped, says what stays issued, and goes on', async () => {
    const id = await achievement('Long list');
    const opened = await stage.open('issue-many');
    const { page } = opened;
    const rows = Array.from({ length: 8000 }, (_, at) => `p${at}@long.example,Person ${at}`).join('\n');
    await begin(opened, 'Long list', csv('long.csv', `email,name\n${rows}\n`));
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await page.getByRole('progressbar', { name: 'Progress' }).waitFor();
    await stage.isSound(opened);
    await heading(opened, 'What the check found');
    await page.getByRole('button', { name: 'Issue 8,000 badges' }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await heading(opened, 'The badges are issued');
    await page.getByText(/^[1-9][\d,]* badges issued$/).waitFor();
    const address = page.url();
    await page.goto(address.replace(/issue-many.*/, ''));
    await heading(opened, 'Overview');
    await page.goBack();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('dialog', { name: 'Stop here?' }).waitFor();
    await page
      .locator('pm-dialog')
      .getByText(/badges are issued, and stay\./)
      .waitFor();
    await page.locator('pm-dialog').getByRole('button', { name: 'Stop', exact: true }).click();
    await heading(opened, 'The list was stopped');
    await page.getByText(/rows were not begun/).waitFor();
    await stage.isSound(opened);
    expect(await badgesOf(id)).toBeLessThan(8000);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('8,000 badges issued').waitFor({ timeout: 120_000 });
    await heading(opened, 'The list is done');
  }, 480_000);
});

describe('somebody whose role may not issue', () => {
  it.each(['viewer', 'assessor'] as const)('is not led here, and is told why: %s', async (role) => {
    const who = await stage.join(role, `${role}@school.example`);
    const opened = await stage.open('issue-many', {}, who);
    const { page } = opened;
    await heading(opened, 'Your role does not allow this');
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Issue many' }).count()).toBe(0);
    await stage.isSound(opened);
    const status = await page.evaluate(async () => {
      const token =
        document.cookie
          .split('; ')
          .find((cookie) => cookie.includes('proofmark-csrf'))
          ?.split('=')[1] ?? '';
      const body = new Blob(['email\n'], { type: 'text/csv' });
      return (await fetch('/v1/issuance-jobs/columns', { method: 'POST', headers: { 'x-csrf-token': token }, body })).status;
    });
    expect(status).toBe(403);
  });
});
