import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { type ConsoleStage, startConsole } from '../support/console-stage.js';
import { holdAnswer, loseAnswer } from '../support/hold-answer.js';

/** Each step is looked at by axe, which takes its time on a form of this length. */
const LONG = 180_000;

// What can be earned, as those who define it see it, with the running product behind it.
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await startConsole();
});
afterAll(() => stage.end());

const ACHIEVEMENT = { name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } };
const SKILLS =
  'name,url,code\nUse SQL databases,https://skills.example/items/sql,D.3\nDesign data models,https://skills.example/items/models,D.4\n';

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const created = () => stage.client.achievements.create({ ...ACHIEVEMENT, issuerId: stage.issuerId });

async function form(opened: Opened): Promise<void> {
  const { page } = opened;
  await page.getByLabel('Name', { exact: true }).fill('Data modelling');
  await page.getByLabel('What somebody can do who has it').fill('Models data for an application.');
  await page.getByLabel('What one has to do for it').fill('A model, reviewed by two people.');
}

describe('the achievements of the console', () => {
  it(
    'are made by the keyboard, with a policy in plain sentences and a preview, and found again',
    async () => {
      const opened = await stage.open('achievements');
      const { page } = opened;
      await heading(opened, 'Achievements');
      await page.getByText('There is no achievement yet').waitFor();
      await stage.isSound(opened);
      await page.getByRole('link', { name: 'New achievement' }).focus();
      await page.keyboard.press('Enter');
      await heading(opened, 'New achievement');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('New achievement');
      await form(opened);
      await page.getByText('Each badge carries at least one piece of work. Every piece has a fixed version').first().waitFor();
      await page.getByLabel('source code').check();
      await page.getByText('at least one piece of work (source code).').first().waitFor();
      await page.getByLabel('Badges are valid for').fill('2');
      await page.getByText('A badge ends 2 years after it begins.').waitFor();
      await page.getByRole('img', { name: 'Preview of the badge’s picture' }).waitFor();
      await page.getByText('It is not signed, and nothing here can be checked.').waitFor();
      await stage.isSound(opened);
      await page.getByLabel('Name', { exact: true }).focus();
      await page.keyboard.press('Enter');
      await heading(opened, 'Change “Data modelling”');
      await page.getByText('No badge was issued for it yet.').waitFor();
      await stage.isSound(opened);

      await page.getByRole('link', { name: 'Achievements' }).first().click();
      await page.getByRole('rowheader', { name: 'Data modelling' }).waitFor();
      await page.getByText('none yet, 0 claimed').waitFor();
      await page.getByLabel('Search by name').fill('nothing like it');
      await page.getByText('Nothing has this name').waitFor();
      await page.getByLabel('Search by name').fill('model');
      await page.getByRole('rowheader', { name: 'Data modelling' }).waitFor();
      await page.reload();
      expect(await page.getByLabel('Search by name').inputValue()).toBe('model');
      await stage.isSound(opened);
    },
    LONG,
  );

  it(
    'take skills of an imported framework, and typed ones',
    async () => {
      const opened = await stage.open('skills');
      const { page } = opened;
      await heading(opened, 'Skill frameworks');
      await page.getByRole('button', { name: 'Import' }).click();
      await page.getByText('Choose a file first.').waitFor();
      const file = (text: string) => ({ name: 'skills.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByLabel('File').setInputFiles(file(`${SKILLS}No address,,\n`));
      await page.getByLabel('What it is called').fill('Example Skills');
      await page.getByRole('button', { name: 'Import' }).click();
      await page.getByText('Line 4, column url').waitFor();
      await stage.isSound(opened);
      await page.getByLabel('File').setInputFiles(file(SKILLS));
      await page.getByRole('button', { name: 'Import' }).click();
      await page.getByRole('rowheader', { name: 'Example Skills' }).waitFor();
      await stage.isSound(opened);

      const { id } = await created();
      await page.goto(`${stage.service.baseUrl}/console/#/at/school/achievements/${id}`);
      await heading(opened, 'Change “Web API design”');
      await page.getByLabel('Search the imported frameworks').fill('sql');
      await page.getByRole('button', { name: 'Add “Use SQL databases”' }).click();
      await page.getByText('Type one by hand').click();
      await page.getByLabel('Name of the skill').fill('Explain a design');
      await page.getByLabel('Its https address').fill('skills.example/explain');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('Give a name, and an address that begins with https://').waitFor();
      await page.getByLabel('Its https address').fill('https://skills.example/explain');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: 'Remove “Explain a design”' }).waitFor();
      await stage.isSound(opened);
      await page.getByRole('button', { name: 'Save the change' }).click();
      await page.getByText('Saved.').first().waitFor();
      const { achievement } = await stage.client.achievements.get(id);
      expect(achievement).toMatchObject({
        alignment: [{ targetName: 'Use SQL databases', targetCode: 'D.3' }, { targetName: 'Explain a design' }],
      });
    },
    LONG,
  );

  it(
    'show both texts where two colleagues changed one at the same time, and overwrite nothing',
    async () => {
      const { id, updatedAt } = await created();
      const opened = await stage.open(`achievements/${id}`);
      const { page } = opened;
      await heading(opened, 'Change “Web API design”');
      await page.getByLabel('What somebody can do who has it').fill('Designs and tests an HTTP API.');
      const theirs = { description: 'Designs an API that others understand.', validFor: 'P3Y' };
      await stage.client.achievements.update(id, theirs, { version: updatedAt });
      await page.getByRole('button', { name: 'Save the change' }).click();
      await page.getByRole('heading', { name: 'Somebody else changed this meanwhile' }).waitFor();
      expect((await stage.client.achievements.get(id)).achievement.description).toBe(theirs.description);
      await page.getByRole('alert').getByText('Designs and tests an HTTP API.').waitFor();
      await page.getByRole('alert').getByText(theirs.description).waitFor();
      await page.getByText('Only they changed these, so their text stays: Badges are valid for.').waitFor();
      await stage.isSound(opened);
      await page.reload();
      await page.getByRole('heading', { name: 'Somebody else changed this meanwhile' }).waitFor();
      await page.getByRole('button', { name: 'Put both together' }).click();
      await page.getByRole('button', { name: 'Save the change' }).click();
      await page.getByText('Saved.').first().waitFor();
      expect(await stage.client.achievements.get(id)).toMatchObject({
        achievement: { description: 'Designs and tests an HTTP API.' },
        validFor: 'P3Y',
      });
    },
    LONG,
  );

  it('name skills of frameworks, of which none takes the place of another unasked', async () => {
    const opened = await stage.open('skills');
    const { page } = opened;
    const file = (text: string) => ({ name: 'skills.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    const send = page.getByRole('button', { name: 'Import', exact: true });
    const said = (text: string) => page.locator('pm-toasts').getByText(text).first().waitFor();
    const choose = async (name: string, text: string) => {
      await page.getByLabel('File').setInputFiles(file(text));
      await page.getByLabel('What it is called').fill(name);
    };
    const one = 'name,url\nUse SQL databases,https://skills.example/items/sql\n';
    await choose('First', one);
    await send.click();
    await said('“First” is imported: 1 skill.');
    await choose('First', SKILLS);
    const sending = await holdAnswer(page, 'POST', /\/skill-frameworks\?/);
    await send.click();
    await sending.asked();
    await choose('Second', one);
    await sending.letGo();
    await page.getByRole('button', { name: 'Replace it' }).click();
    await said('“First” is imported: 2 skills.');
    expect(await page.getByLabel('What it is called').inputValue()).toBe('Second');
    await send.click();
    await said('“Second” is imported: 1 skill.');
    expect(await page.getByLabel('What it is called').inputValue()).toBe('');
  });

  it('say what becomes of badges before a change, and can be archived and opened again', async () => {
    const { id } = await stage.client.achievements.create({ ...ACHIEVEMENT, issuerId: stage.issuerId, evidencePolicy: 'none' });
    await stage.client.credentials.issue(id, { recipient: { email: 'ada@example.org' } });
    const opened = await stage.open(`achievements/${id}`, { viewport: { width: 390, height: 800 } });
    const { page } = opened;
    await page.getByText('1 badge was issued for it. It keeps what it says.').waitFor();
    await stage.isSound(opened);
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('It is archived: no badge is issued for it.').waitFor();
    await stage.isSound(opened);
    await page.getByRole('button', { name: 'Open it again' }).click();
    await page.getByText('It is archived: no badge is issued for it.').waitFor({ state: 'detached' });
    expect((await stage.client.achievements.get(id)).archivedAt).toBeNull();
  });

  it('are shown when they come only after they are asked for again', async () => {
    const { id } = await created();
    const opened = await stage.open('achievements');
    const { page } = opened;
    await heading(opened, 'Achievements');
    await loseAnswer(page, 'GET', new RegExp(`/v1/achievements/${id}$`));
    await page.goto(`${stage.service.baseUrl}/console/#/at/school/achievements/${id}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(opened, 'Change “Web API design”');
    expect(await page.getByLabel('What somebody can do who has it').inputValue()).toBe(ACHIEVEMENT.description);
  });

  it('keep what is typed when they are archived, and while a change is saved', async () => {
    const { id } = await created();
    const opened = await stage.open(`achievements/${id}`);
    const { page } = opened;
    await heading(opened, 'Change “Web API design”');
    const description = page.getByLabel('What somebody can do who has it');
    const criteria = page.getByLabel('What one has to do for it');
    await description.fill('Designs and tests an HTTP API.');
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.locator('pm-dialog').getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('It is archived: no badge is issued for it.').waitFor();
    expect(await description.inputValue()).toBe('Designs and tests an HTTP API.');
    expect(await page.locator('pm-toasts').getByText('Saved.').count()).toBe(0);

    const saving = await holdAnswer(page, 'PATCH', new RegExp(`/v1/achievements/${id}$`));
    await page.getByRole('button', { name: 'Save the change' }).click();
    await saving.asked();
    await criteria.fill('A project and its tests.');
    await saving.letGo();
    await page.getByText('Saved.').first().waitFor();
    expect(await criteria.inputValue()).toBe('A project and its tests.');
    await page.getByRole('button', { name: 'Save the change' }).click();
    const stored = async () => (await stage.client.achievements.get(id)).achievement;
    await expect.poll(stored).toMatchObject({
      ...{ description: 'Designs and tests an HTTP API.', criteria: { narrative: 'A project and its tests.' } },
    });
  });

  it('take along what is typed while a new one is made, and lead nobody away who has left', async () => {
    const opened = await stage.open('achievements/new');
    const { page } = opened;
    await heading(opened, 'New achievement');
    await form(opened);
    const making = await holdAnswer(page, 'POST', /\/v1\/achievements$/);
    await page.getByRole('button', { name: 'Make this achievement' }).click();
    await making.asked();
    await page.getByLabel('What one has to do for it').fill('A model.');
    await making.letGo();
    await heading(opened, 'Change “Data modelling”');
    expect(await page.getByLabel('What one has to do for it').inputValue()).toBe('A model.');

    await page.goto(`${stage.service.baseUrl}/console/#/at/school/achievements/new`);
    await heading(opened, 'New achievement');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
    await form(opened);
    const late = await holdAnswer(page, 'POST', /\/v1\/achievements$/);
    await page.getByRole('button', { name: 'Make this achievement' }).click();
    await late.asked();
    await page.getByRole('link', { name: 'Achievements' }).first().click();
    await heading(opened, 'Achievements');
    await late.letGo();
    await expect.poll(() => page.locator('pm-toasts').getByText('Saved.').count()).toBeGreaterThan(0);
    await heading(opened, 'Achievements');
    expect(page.url()).toMatch(/achievements$/);
  });

  it('keep what was typed over a reload and an ended session', async () => {
    const opened = await stage.open('achievements/new');
    const { page } = opened;
    await heading(opened, 'New achievement');
    await form(opened);
    await page.reload();
    await heading(opened, 'New achievement');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Data modelling');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Make this achievement' }).click();
    await page.getByText('Your session has ended').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Data modelling');
    await stage.isSound(opened);
  });

  it('speak another language, on a phone', async () => {
    const { id } = await created();
    const opened = await stage.open(`achievements/${id}`, { locale: 'de', viewport: { width: 390, height: 800 } });
    await heading(opened, '„Web API design“ ändern');
    await opened.page.getByText('Jeder Badge enthält mindestens eine Arbeit.').first().waitFor();
    await stage.isSound(opened);
  });

  it('are read, and not changed, by a role that may only look', async () => {
    const { id } = await created();
    const viewer = await stage.join('viewer', 'viewer@school.example');
    const opened = await stage.open(`achievements/${id}`, {}, viewer);
    const { page } = opened;
    await page.getByText('Your role may read this, and not change it.').waitFor();
    expect(await page.getByRole('button', { name: /Save|Archive/ }).count()).toBe(0);
    await stage.isSound(opened);
    await page.goto(`${stage.service.baseUrl}/console/#/at/school/achievements/new`);
    await heading(opened, 'Your role does not allow this');
    const status = await page.evaluate(async (achievementId) => {
      const token = /proofmark-csrf[^=]*=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
      return (await fetch(`/v1/achievements/${achievementId}`, { method: 'PATCH', headers, body: '{"archived":true}' })).status;
    }, id);
    expect(status).toBe(403);
  });
});
