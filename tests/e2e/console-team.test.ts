import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { holdAnswer } from '../support/hold-answer.js';
import { StaffedConsole } from '../support/staffed-console.js';

// Who works for an organisation: only owners see and change that.
let stage: StaffedConsole;
let organisation: string;
beforeAll(async () => {
  stage = await StaffedConsole.begin();
  organisation = (await stage.call('owner', 'GET', '/v1/me')).body.organisations[0].id;
});
afterEach(() => stage.browsing.closePages());
afterAll(() => stage.end());

/** A message says it: once to be heard, once to be seen. */
const said = (page: Opened['page'], text: string) => page.locator('pm-toasts').getByText(text).first().waitFor();
const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const team = async (options = {}): Promise<Opened> => {
  const opened = await stage.open('owner', 'at/school/team', options);
  await heading(opened, 'Team');
  await opened.page.getByRole('row').filter({ hasText: 'grace@school.example' }).waitFor();
  return opened;
};

describe('the team', () => {
  it.each(['issuer', 'assessor', 'viewer'] as const)('is neither shown to somebody who is %s, nor told by direct request', async (role) => {
    const opened = await stage.open(role, 'at/school/team');
    await heading(opened, 'Your role does not allow this');
    expect(await opened.page.getByRole('navigation').getByRole('link', { name: 'Team' }).count()).toBe(0);
    await stage.isSound(opened);
    for (const [method, path, body] of [
      ['GET', 'members'],
      ['GET', 'invitations'],
      ['POST', 'invitations', { email: 'eve@x.example', role: 'owner' }],
    ] as const)
      expect((await stage.call(role, method, `/v1/organisations/${organisation}/${path}`, body)).status).toBe(403);
  });

  it('lists members, and offers nothing that would take away the only owner', async () => {
    const opened = await team({ viewport: { width: 390, height: 800 } });
    const { page } = opened;
    const grace = page.getByRole('row').filter({ hasText: 'Grace Hopper' });
    await grace.getByText('(the only owner stays)').waitFor();
    expect(await grace.getByRole('button').count()).toBe(0);
    await page.getByText('Looks at achievements and badges, and changes nothing.').first().waitFor();
    await stage.isSound(opened);
  });

  it('invites somebody, sends it again, and withdraws it', async () => {
    const opened = await team();
    const { page } = opened;
    await page.getByLabel('E-mail address').fill('new@school.example');
    await page.getByLabel('Role', { exact: true }).selectOption('viewer');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await said(page, 'An invitation to new@school.example is on its way.');
    const [first] = await stage.links('invite');
    await page.getByRole('button', { name: 'Send again new@school.example' }).click();
    await expect.poll(async () => (await stage.links('invite'))[0]).not.toBe(first);
    await stage.isSound(opened);
    await page.getByRole('button', { name: 'Withdraw new@school.example' }).click();
    const dialog = page.locator('pm-dialog[open]');
    await dialog.getByText('The link that new@school.example got works no more.').waitFor();
    await stage.isSound(opened);
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('No invitation is open.').waitFor();
  });

  it('leaves alone the next address that is typed while an invitation is sent', async () => {
    const { page } = await team();
    const field = page.getByLabel('E-mail address');
    const invite = page.getByRole('button', { name: 'Send the invitation' });
    await field.fill('first@school.example');
    const sending = await holdAnswer(page, 'POST', /\/invitations$/);
    await invite.click();
    await sending.asked();
    await field.fill('anna');
    await sending.letGo();
    await said(page, 'An invitation to first@school.example is on its way.');
    await page.getByRole('button', { name: 'Withdraw first@school.example' }).waitFor();
    await field.pressSequentially('@school.example');
    expect(await field.inputValue()).toBe('anna@school.example');
    await invite.click();
    await said(page, 'An invitation to anna@school.example is on its way.');
    await expect.poll(() => field.inputValue()).toBe('');
  });

  it('says why an invitation is refused', async () => {
    const { page } = await team();
    await page.getByLabel('E-mail address').fill('viewer@school.example');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('alert').filter({ hasText: 'a member already' }).waitFor();
  });

  it('changes a role after a question, and removes somebody with what that ends', async () => {
    const opened = await team();
    const { page } = opened;
    await page.getByLabel('Role of The assessor').selectOption('owner');
    await page.locator('pm-dialog[open]').getByText('Make The assessor an owner?').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.getByLabel('Role of The assessor').inputValue()).toBe('assessor');
    await page.getByLabel('Role of The assessor').selectOption('owner');
    await page.getByRole('button', { name: 'Change the role' }).click();
    await said(page, 'The assessor is now an owner.');
    // Now somebody else could go on.
    await page.getByRole('button', { name: 'Leave Grace Hopper' }).waitFor();
    await page.getByRole('button', { name: 'Remove The assessor' }).click();
    await page.locator('pm-dialog[open]').getByText('Open invitations to them and by them end.').waitFor();
    await stage.isSound(opened);
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Remove' }).click();
    await said(page, 'The assessor is no member any more.');
    expect((await stage.call('assessor', 'GET', '/v1/achievements')).status).toBe(403);
  });

  it('offers to withdraw the keys of somebody who is removed, and leaves them as they are where nobody asks for it', async () => {
    const opened = await team();
    const { page } = opened;
    await page.getByLabel('Role of The viewer').selectOption('owner');
    await page.getByRole('button', { name: 'Change the role' }).click();
    await said(page, 'The viewer is now an owner.');
    const key = (await stage.call('viewer', 'POST', '/v1/api-keys', { name: 'Nightly report', scopes: ['credentials:read'] })).body;
    const works = async () =>
      (await fetch(`${stage.service.baseUrl}/v1/credentials`, { headers: { authorization: `Bearer ${key.key}` } })).status;
    await page.getByRole('button', { name: 'Remove The issuer' }).click();
    const dialog = page.locator('pm-dialog[open]');
    await dialog.getByText('They may do nothing here from now on.').waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Remove The viewer' }).click();
    await dialog.getByText('An API key that The viewer made goes on working:').waitFor();
    await dialog.getByText('Nightly report').waitFor();
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(false);
    await stage.isSound(opened);
    expect(await works()).toBe(200);
    await dialog.getByLabel('Withdraw these keys too.').check();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await said(page, 'The viewer is no member any more, and the keys are withdrawn.');
    expect(await works()).toBe(401);
  });

  it.each([
    ['de', 'Team', 'Inhaber'],
    ['fr', 'Équipe', 'Propriétaire'],
    ['es', 'Equipo', 'Propietario'],
    ['nl', 'Team', 'Eigenaar'],
  ])('speaks %s, in the dark', async (locale, title, owner) => {
    const opened = await stage.open('owner', 'at/school/team', { locale, colorScheme: 'dark', viewport: { width: 320, height: 700 } });
    await heading(opened, title);
    await opened.page.getByText(owner).first().waitFor();
    await stage.isSound(opened);
  });
});
