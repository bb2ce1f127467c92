import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { type ConsoleStage, startConsole } from '../support/console-stage.js';
import { holdAnswer } from '../support/hold-answer.js';

// Acts whose answers come after somebody has gone on, or not at all.
let stage: ConsoleStage;
let achievement: string;
beforeAll(async () => {
  stage = await startConsole();
  const made = { issuerId: stage.issuerId, name: 'Attendance', description: 'Was there.', criteria: { narrative: 'Was there.' } };
  achievement = (await stage.client.achievements.create({ ...made, evidencePolicy: 'none' })).id;
});
afterAll(() => stage.end());

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const issued = (name: string, email: string, other = achievement) => stage.client.credentials.issue(other, { recipient: { email, name } });

describe('a badge that is issued while somebody goes on', () => {
  it('cannot be changed on its way, and leads nobody away from another screen', async () => {
    await issued('Zoe', 'zoe@example.org');
    const opened = await stage.open(`issue/${achievement}`);
    const { page } = opened;
    await heading(opened, 'Issue a badge');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    const held = await holdAnswer(page, 'POST', /\/v1\/achievements\/[^/]+\/credentials$/);
    await page.getByRole('button', { name: 'Issue this badge' }).click();
    await page.getByText('It is being signed').waitFor();
    expect(await page.locator('form.issue').evaluate((form) => (form as HTMLFormElement).inert)).toBe(true);
    await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'People and badges' }).click();
    await heading(opened, 'People and badges');
    await page.getByLabel('Name or e-mail address').fill('Somebody');
    await held.letGo();
    await page.getByText('The badge is issued').first().waitFor();
    await heading(opened, 'People and badges');
    expect(await page.getByLabel('Name or e-mail address').inputValue()).toBe('Somebody');
    await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Issue a badge' }).click();
    await heading(opened, 'Issue a badge');
    await page.getByLabel('Achievement').selectOption({ label: 'Attendance' });
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('');
  });
});

describe('a correction of several badges', () => {
  it('goes on with the rest where an answer was lost', async () => {
    const made = { issuerId: stage.issuerId, name: 'Web API design', description: 'Designs.', criteria: { narrative: 'A project.' } };
    const other = await stage.client.achievements.create({ ...made, evidencePolicy: 'none' });
    await issued('Ada Lovelase', 'lovelase@example.org');
    await issued('Ada Lovelase', 'lovelase@example.org', other.id);
    const opened = await stage.open('people?name=Lovelase');
    const { page } = opened;
    await page.getByRole('link', { name: 'Ada Lovelase' }).first().click();
    await heading(opened, 'Ada Lovelase');
    const correct = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Correct', exact: true }).click();
      await page.locator('pm-dialog[open]').getByRole('button', { name: 'Correct', exact: true }).click();
    };
    let requests = 0;
    await page.route('**/v1/credentials/*/correct', (route) => {
      requests += 1;
      return requests === 2 ? route.abort() : route.continue();
    });
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await correct();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada Lovelace');
    await correct();
    await page.getByText('2 badges are corrected.').first().waitFor();
    const found = await stage.client.credentials.search({ issuer: stage.issuerId, email: 'lovelase@example.org', state: 'current' });
    expect(found.data.map(({ recipient }) => recipient?.name)).toEqual(['Ada Lovelace', 'Ada Lovelace']);
  });
});

describe('a question before an act', () => {
  it('ends with the screen over which it stands', async () => {
    const [one, two] = [await issued('Bob', 'bob@example.org'), await issued('Carla', 'carla@example.org')];
    const opened = await stage.open(`badges/${one.id}`);
    const { page } = opened;
    await heading(opened, 'Attendance');
    await page.evaluate((id) => {
      location.hash = `#/at/school/badges/${id}`;
    }, two.id);
    await page.getByRole('link', { name: 'Carla' }).waitFor();
    await page.getByRole('button', { name: 'Erase' }).click();
    const question = page.locator('pm-dialog[open]');
    await question.getByLabel('Type “erase” to go on.').fill('erase');
    await page.goBack();
    await page.getByRole('link', { name: 'Bob' }).waitFor();
    expect(await question.count()).toBe(0);
    for (const { id } of [one, two]) expect((await stage.client.credentials.get(id)).state).toBe('current');
  });
});
