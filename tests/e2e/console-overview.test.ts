import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { type RoleName, StaffedConsole } from '../support/staffed-console.js';

// What somebody sees first: from nothing at all, over an issuer of their own, to numbers that are true.
let stage: StaffedConsole;
beforeAll(async () => {
  stage = await StaffedConsole.begin(null);
});
afterEach(() => stage.browsing.closePages());
afterAll(() => stage.end());

/** A message says it: once to be heard, once to be seen. */
const said = (page: Opened['page'], text: string) => page.locator('pm-toasts').getByText(text).first().waitFor();
const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const overviewAs = async (role: RoleName, options = {}): Promise<Opened> => {
  const opened = await stage.open(role, '', options);
  await heading(opened, 'Overview');
  return opened;
};

describe('the overview of the console', () => {
  it('leads on where nobody issues yet, for who may, and tells others whom to ask', async () => {
    const opened = await overviewAs('viewer');
    await opened.page.getByText('Your role does not allow this. Ask an owner of your organisation.').waitFor();
    expect(await opened.page.getByRole('link', { name: 'Make an issuer' }).count()).toBe(0);
    await stage.isSound(opened);
    expect((await stage.call('viewer', 'POST', '/v1/issuers', { slug: 'x', name: 'X' })).status).toBe(403);

    const owner = await overviewAs('owner', { viewport: { width: 390, height: 800 } });
    await stage.isSound(owner);
    await owner.page.getByRole('link', { name: 'Make an issuer' }).click();
    await heading(owner, 'Make an issuer');
    await stage.isSound(owner);
    await owner.page.getByLabel('Name of your school or company').fill('École de Zürich');
    expect(await owner.page.getByLabel('Short name').inputValue()).toBe('ecole-de-zurich');
    await owner.page.getByText('It cannot be changed later.').waitFor();
    await owner.page.getByLabel('Short name').fill('school');
    // What was typed is there after a reload.
    await owner.page.reload();
    await heading(owner, 'Make an issuer');
    expect(await owner.page.getByLabel('Name of your school or company').inputValue()).toBe('École de Zürich');
    await owner.page.keyboard.press('Tab');
    await owner.page.getByLabel('Name of your school or company').fill('Riverside College');
    await owner.page.keyboard.press('Enter');
    await said(owner.page, 'Riverside College can issue badges now.');
    await heading(owner, 'Overview');
    await owner.page.getByRole('link', { name: 'Make an achievement' }).waitFor();
    await stage.isSound(owner);
  });

  it('says that a short name is taken, at its field', async () => {
    const opened = await stage.open('owner', 'new-issuer');
    await heading(opened, 'Make an issuer');
    await opened.page.getByLabel('Short name').fill('school');
    await opened.page.getByRole('button', { name: 'Make the issuer' }).click();
    await opened.page.getByText('Somebody has this short name already').waitFor();
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe('slug');
    await stage.isSound(opened);
    await stage.open('issuer', 'new-issuer').then((other) => heading(other, 'Your role does not allow this'));
  });

  it('shows true numbers to every role, each with the way to what is behind it', async () => {
    const issuer = (await stage.call('owner', 'GET', '/v1/issuers')).body.data[0];
    const achievement = await stage.client.achievements.create({
      ...{ issuerId: issuer.id, name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A project.' } },
      evidencePolicy: 'none',
    });
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString();
    await stage.client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } });
    await stage.client.credentials.issue(achievement.id, { recipient: { email: 'bob@example.org', name: 'Bob' }, validUntil: soon });
    for (const role of ['owner', 'issuer', 'assessor', 'viewer'] as const) {
      const opened = await overviewAs(role);
      const { page } = opened;
      const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
      await card('Issued').getByText('2 badges', { exact: true }).waitFor();
      await card('Claimed').getByText('0 of 2', { exact: true }).waitFor();
      await card('Running out').getByText('1 badge', { exact: true }).waitFor();
      expect(await card('Issued').getByRole('img').getAttribute('aria-label')).toMatch(/^Issued, by week: (0, ){11}2$/);
      await page.getByRole('region', { name: 'Running out next' }).getByText('to Bob').waitFor();
      const people = page.getByRole('link', { name: 'All people and badges' });
      expect(await people.count()).toBe(['owner', 'issuer'].includes(role) ? 1 : 0);
      await card('Running out').getByRole('button', { name: 'Look at the next ones' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('ending');
      await stage.isSound(opened);
    }
  });

  it.each([
    ['de', 'Überblick', 'Ausgestellt'],
    ['fr', 'Vue d’ensemble', 'Émis'],
    ['es', 'Resumen', 'Emitidas'],
    ['nl', 'Overzicht', 'Uitgegeven'],
  ])('speaks %s, on a phone, in the dark', async (locale, title, issued) => {
    const opened = await stage.open('viewer', '', { locale, colorScheme: 'dark', viewport: { width: 390, height: 800 } });
    await heading(opened, title);
    await opened.page.getByRole('heading', { name: issued, exact: true }).waitFor();
    await stage.isSound(opened);
  });

  it('says why there are no numbers, and asks again', async () => {
    const opened = await overviewAs('viewer');
    await opened.page.route('**/overview', (route) => route.abort());
    await opened.page.reload();
    await opened.page.getByRole('alert').filter({ hasText: 'The service does not answer.' }).waitFor();
    await stage.isSound(opened);
    await opened.page.unroute('**/overview');
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await opened.page.getByText('2 badges', { exact: true }).waitFor();
  });
});
