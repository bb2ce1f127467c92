import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { holdAnswer } from '../support/hold-answer.js';
import { StaffedConsole } from '../support/staffed-console.js';

// What an owner sets, against the running product and a website of theirs on this machine.
let stage: StaffedConsole;
let issuerId: string;
let website: LoopbackServer;
let hosted: string | null = null;
beforeAll(async () => {
  stage = await StaffedConsole.begin();
  issuerId = (await stage.call('owner', 'GET', '/v1/issuers')).body.data[0].id;
  website = await loopbackServer((_, response) => {
    response.writeHead(hosted === null ? 404 : 200, { 'content-type': 'application/json' }).end(hosted ?? '');
  });
});
afterEach(() => stage.browsing.closePages());
afterAll(async () => {
  await website.close();
  await stage.end();
});

/** A message says it: once to be heard, once to be seen. */
const said = (page: Opened['page'], text: string) => page.locator('pm-toasts').getByText(text).first().waitFor();
const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const settings = async (part: string, title: string, options = {}): Promise<Opened> => {
  const opened = await stage.open('owner', `at/school/settings/${part}`, options);
  await heading(opened, title);
  return opened;
};
const issuer = async () => (await stage.call('owner', 'GET', `/v1/issuers/${issuerId}`)).body;

describe('the settings', () => {
  it('show each role the parts that it may open, and refuse the others by direct request too', async () => {
    const parts = async (role: 'owner' | 'issuer') => {
      const { page } = await stage.open(role, 'at/school/settings');
      await page.getByRole('navigation', { name: 'Settings' }).waitFor();
      return page.getByRole('navigation', { name: 'Settings' }).getByRole('link').allTextContents();
    };
    expect(await parts('owner')).toHaveLength(10);
    expect(await parts('issuer')).toEqual(['Webhooks', 'Export']);
    for (const part of ['profile', 'signing-keys', 'api-keys', 'audit-log']) {
      const opened = await stage.open('issuer', `at/school/settings/${part}`);
      await opened.page.getByText('Ask an owner of your organisation if you need it.').waitFor();
      expect(await opened.page.locator('main').getByRole('button').count()).toBe(0);
    }
    for (const role of ['assessor', 'viewer'] as const) {
      const opened = await stage.open(role, 'at/school/settings');
      await heading(opened, 'Your role does not allow this');
      expect(await opened.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
      await stage.isSound(opened);
    }
    const path = `/v1/issuers/${issuerId}`;
    for (const [method, address, body] of [
      ['PATCH', path, { name: 'X' }],
      ['PATCH', `${path}/retention`, { jobDays: 1 }],
      ['POST', `${path}/keys`, { algorithm: 'ES256' }],
      ['POST', `${path}/domains`, { origin: 'https://x.example' }],
      ['POST', `${path}/domains/${issuerId}/check`],
      ['GET', '/v1/api-keys'],
      ['GET', '/v1/audit-log'],
      ['POST', '/v1/webhooks', { url: 'https://x.example' }],
    ] as const)
      for (const role of ['issuer', 'assessor', 'viewer'] as const)
        expect((await stage.call(role, method, address, body)).status).toBe(403);
    for (const role of ['assessor', 'viewer'] as const)
      for (const address of [`${path}/export`, '/v1/webhooks']) expect((await stage.call(role, 'GET', address)).status).toBe(403);
  });

  it('change the profile, keep what is typed, and say what cannot change', async () => {
    const opened = await settings('profile', 'Profile', { viewport: { width: 390, height: 800 } });
    const { page } = opened;
    await page.getByText('did:web:').waitFor();
    await page.getByLabel('Who you are').fill('We teach.');
    await page.reload();
    expect(await page.getByLabel('Who you are').inputValue()).toBe('We teach.');
    await page.getByLabel('Website').fill('https://riverside.example');
    await page.getByLabel('Number of your page on LinkedIn').fill('https://linkedin.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'linkedinOrganizationId' }).waitFor();
    await page.getByLabel('Number of your page on LinkedIn').fill('1234567');
    await page.keyboard.press('Enter');
    await said(page, 'The profile is saved.');
    expect(await issuer()).toMatchObject({ description: 'We teach.', url: 'https://riverside.example', linkedinOrganizationId: '1234567' });
    await stage.isSound(opened);
    // What is typed while a save is on its way stays, and is saved next.
    const saving = await holdAnswer(page, 'PATCH', /\/v1\/issuers\/[^/]+$/);
    await page.getByLabel('Who you are').fill('We teach and learn.');
    await page.getByRole('button', { name: 'Save' }).click();
    await saving.asked();
    await page.getByLabel('E-mail address for readers').fill('office@riverside.example');
    await saving.letGo();
    expect(await page.getByLabel('E-mail address for readers').inputValue()).toBe('office@riverside.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(issuer).toMatchObject({ description: 'We teach and learn.', email: 'office@riverside.example' });
    // Who has gone on to another part is told that it was not saved.
    const refused = await holdAnswer(page, 'PATCH', /\/v1\/issuers\/[^/]+$/);
    await page.getByLabel('Number of your page on LinkedIn').fill('https://linkedin.example');
    await page.keyboard.press('Enter');
    await refused.asked();
    await page.getByRole('link', { name: 'Keeping data' }).click();
    await heading(opened, 'Keeping data');
    await refused.letGo();
    await said(page, 'Something in the form is not right.');
  });

  it('change the look, with a picture of it before it is saved', async () => {
    const opened = await settings('look', 'Look');
    const { page } = opened;
    const picture = page.getByRole('img', { name: 'Badge picture: Web API design' });
    await picture.waitFor();
    const before = await picture.getAttribute('src');
    await page.getByLabel('Outline').selectOption('shield');
    await page.getByLabel('Use a colour of your own').check();
    await page.getByLabel('Colour', { exact: true }).fill('#7a1f4b');
    await expect.poll(() => picture.getAttribute('src')).not.toBe(before);
    const logo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    await page.getByLabel('Logo').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.getByText('This is no picture that can be used.').waitFor();
    await page.getByLabel('Logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
    await page.getByRole('button', { name: 'Take the logo away' }).waitFor();
    await stage.isSound(opened);
    const saving = await holdAnswer(page, 'PATCH', /\/v1\/issuers\/[^/]+$/);
    await page.getByRole('button', { name: 'Save' }).click();
    await saving.asked();
    await page.getByLabel('Outline').selectOption('circle');
    await saving.letGo();
    await said(page, 'The look is saved.');
    expect(await page.getByLabel('Outline').inputValue()).toBe('circle');
    expect((await issuer()).badgeDesign).toMatchObject({
      shape: 'shield',
      colour: '#7a1f4b',
      logo: expect.stringMatching(/^data:image\/png/),
    });
  });

  it('prove a web domain, step by step', async () => {
    const opened = await settings('domain', 'Web domain');
    const { page } = opened;
    await page.getByLabel('Address of the website').fill(`${website.origin}/about`);
    const claiming = await holdAnswer(page, 'POST', /\/domains$/);
    await page.getByRole('button', { name: 'Begin' }).click();
    await claiming.asked();
    await page.getByLabel('Address of the website').fill('https://another.example');
    await claiming.letGo();
    const panel = page.getByRole('region', { name: new URL(website.origin).host });
    await panel.getByText('/.well-known/did-configuration.json').waitFor();
    await panel.getByRole('button', { name: 'Check now' }).click();
    await panel.getByText('There is no file at this address.').waitFor();
    expect(await page.getByLabel('Address of the website').inputValue()).toBe('https://another.example');
    await stage.isSound(opened);
    hosted = await panel.locator('pre').textContent();
    await panel.getByRole('button', { name: 'Check now' }).click();
    await panel.getByText('It is proven.').waitFor();
    await panel.getByRole('button', { name: 'Give up this domain' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Give up this domain' }).click();
    await said(page, 'The domain is given up.');
    await page.getByRole('heading', { name: 'Name your website' }).waitFor();
  });

  it('replace a signing key, and revoke one only with a word typed', async () => {
    const opened = await settings('signing-keys', 'Signing keys');
    const { page } = opened;
    await page.getByRole('button', { name: 'Replace ES256' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Replace' }).click();
    await said(page, 'A new key signs now.');
    await page.getByText(/^replaced on/).waitFor();
    await stage.isSound(opened);
    const signing = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Badges', exact: true }) });
    await signing.getByRole('button', { name: 'Revoke Ed25519' }).click();
    await page.getByLabel('What happened').fill('A laptop was stolen.');
    await page.locator('form').getByRole('button', { name: 'Revoke' }).click();
    const dialog = page.locator('pm-dialog[open]');
    const yes = dialog.getByRole('button', { name: 'Revoke' });
    expect(await yes.isDisabled()).toBe(true);
    await stage.isSound(opened);
    await dialog.getByRole('textbox').fill('revoke');
    await yes.click();
    await said(page, 'The key is revoked.');
    const { data } = (await stage.call('owner', 'GET', `/v1/issuers/${issuerId}/keys`)).body;
    expect(data.filter(({ revokedAt }: { revokedAt: string | null }) => revokedAt !== null)).toMatchObject([
      { revocationReason: 'A laptop was stolen.' },
    ]);
  });

  it('say how long things are kept, and let people be erased only with a word typed', async () => {
    const opened = await settings('retention', 'Keeping data');
    const { page } = opened;
    await page.getByLabel('Keep what stood in refused rows').fill('2');
    await page.getByLabel('Erase people when all their badges have ended').check();
    await page.getByLabel('Erase people after').fill('400');
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.locator('pm-dialog[open]');
    await dialog.getByText('400 days after').waitFor();
    await stage.isSound(opened);
    await dialog.getByRole('textbox').fill('erase');
    const saving = await holdAnswer(page, 'PATCH', /\/retention$/);
    await dialog.getByRole('button', { name: 'Yes, erase them' }).click();
    await saving.asked();
    await page.getByLabel('Keep lists of badges issued together').fill('7');
    await saving.letGo();
    await said(page, 'It holds from now on.');
    expect(await page.getByLabel('Keep lists of badges issued together').inputValue()).toBe('7');
    const kept = (await stage.call('owner', 'GET', `/v1/issuers/${issuerId}/retention`)).body;
    expect(kept).toMatchObject({ refusedRowDays: 2, recipientDays: 400 });
  });

  it('tell who did what, in words, by act', async () => {
    const made = await stage.call('owner', 'POST', '/v1/api-keys', { issuerId, name: 'x', scopes: ['credentials:read'] });
    expect((await stage.call('owner', 'DELETE', `/v1/api-keys/${made.body.id}`)).status).toBe(204);
    const opened = await settings('audit-log', 'Audit log');
    const { page } = opened;
    const rows = page.getByRole('row').filter({ hasText: 'Grace Hopper' });
    await rows.filter({ hasText: 'API key withdrawn' }).waitFor();
    await stage.isSound(opened);
    // More of one list, that come after another was asked for, are not put below it.
    for (let count = 0; count < 51; count += 1)
      expect((await stage.call('owner', 'PATCH', `/v1/issuers/${issuerId}`, { description: `We teach ${count}.` })).status).toBe(200);
    await page.reload();
    const more = await holdAnswer(page, 'GET', /\/v1\/audit-log\?.*after=/);
    await page.getByRole('button', { name: 'Show more' }).click();
    await more.asked();
    await page.getByLabel('What was done').selectOption('domain.claimed');
    await rows.filter({ hasText: 'Web domain claimed' }).waitFor();
    await more.letGo();
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'API key withdrawn' }).count()).toBe(0);
    await rows.filter({ hasText: 'Web domain claimed' }).waitFor();
    await page.reload();
    await rows.filter({ hasText: 'Web domain claimed' }).waitFor();
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await page.keyboard.press('Tab');
    await page.getByText('There is no such entry.').waitFor();
  });

  it('export everything, with its size', async () => {
    const opened = await stage.open('issuer', 'at/school/settings/export');
    const { page } = opened;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^school-\d{4}-\d\d-\d\d\.zip$/);
    await page.getByText(/^It is whole: [\d.]+ kB\.$/).waitFor();
    await stage.isSound(opened);
  });

  it.each(['de', 'fr', 'es', 'nl'])('speak %s in each part, on a phone, in the dark', async (locale) => {
    const opened = await stage.open('owner', 'at/school/settings', { locale, colorScheme: 'dark', viewport: { width: 390, height: 800 } });
    const links = opened.page.locator('nav.parts').getByRole('link');
    await links.first().waitFor();
    for (const link of await links.all()) {
      await link.click();
      await opened.page.getByRole('heading', { level: 1, name: (await link.textContent()) ?? '', exact: true }).waitFor();
      await expect.poll(() => opened.page.locator('main p[role=status].lead').count()).toBe(0);
      await stage.isSound(opened);
    }
  });
});
