import { createHmac } from 'node:crypto';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { holdAnswer } from '../support/hold-answer.js';
import { StaffedConsole } from '../support/staffed-console.js';

// The settings for programs: keys by which they act, and webhooks by which they hear, against a program on this machine.
let stage: StaffedConsole;
let issuerId: string;
let website: LoopbackServer;
const heard: { body: string; headers: Record<string, string | string[] | undefined> }[] = [];
beforeAll(async () => {
  stage = await StaffedConsole.begin();
  issuerId = (await stage.call('owner', 'GET', '/v1/issuers')).body.data[0].id;
  website = await loopbackServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      heard.push({ body, headers: request.headers });
      response.writeHead(204).end();
    });
  });
});
afterEach(() => stage.browsing.closePages());
afterAll(async () => {
  await website.close();
  await stage.end();
});

/** A message says it: once to be heard, once to be seen. */
const said = (page: Opened['page'], text: string) => page.locator('pm-toasts').getByText(text).first().waitFor();
const settings = async (part: string, title: string, options = {}): Promise<Opened> => {
  const opened = await stage.open('owner', `at/school/settings/${part}`, options);
  await opened.page.getByRole('heading', { level: 1, name: title }).waitFor();
  return opened;
};

describe('the settings for programs', () => {
  it('make an API key that is shown once, and withdraw it', async () => {
    const opened = await settings('api-keys', 'API keys', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = opened;
    await page.getByText('There is no key yet.').waitFor();
    await page.getByLabel('What it is for').fill('course platform');
    await page.getByLabel('Issue badges').uncheck();
    const making = await holdAnswer(page, 'POST', /\/v1\/api-keys$/);
    await page.getByRole('button', { name: 'Make a key' }).click();
    await making.asked();
    await page.getByLabel('What it is for').fill('library');
    await making.letGo();
    const secret = page.locator('.secret');
    const key = (await secret.locator('code').textContent()) ?? '';
    expect(key).toMatch(/^pm_live_/);
    expect(await page.getByLabel('What it is for').inputValue()).toBe('library');
    await secret.getByRole('button', { name: 'Copy' }).click();
    await said(page, 'Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
    await stage.isSound(opened);
    const asked = () => fetch(`${stage.service.baseUrl}/v1/achievements`, { headers: { authorization: `Bearer ${key}` } });
    expect((await asked()).status).toBe(200);
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: 'course platform' });
    await row.getByText('Grace Hopper').waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await row.getByText('2 rights').click();
    await row.getByText('Read badges').waitFor();
    // It was used today.
    expect(await row.getByText('never').count()).toBe(0);
    await row.getByRole('button', { name: 'Withdraw course platform' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Withdraw' }).click();
    await row.getByText(/^withdrawn on/).waitFor();
    expect((await asked()).status).toBe(401);
    await stage.isSound(opened);
    // Who has left does not see the key.
    await page.getByLabel('What it is for').fill('library');
    const late = await holdAnswer(page, 'POST', /\/v1\/api-keys$/);
    await page.getByRole('button', { name: 'Make a key' }).click();
    await late.asked();
    await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
    await late.letGo();
    await said(page, 'The key “library” was made after you had left, so it was not shown. Withdraw it, and make another one.');
  });

  it('add a webhook, try it, look at its deliveries, send one again, pause it and give it a new secret', async () => {
    const opened = await settings('webhooks', 'Webhooks');
    const { page } = opened;
    await page.getByText('There is no webhook yet.').waitFor();
    await page.getByLabel('Address', { exact: true }).fill(`${website.origin}/hook`);
    const adding = await holdAnswer(page, 'POST', /\/v1\/webhooks$/);
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await adding.asked();
    await page.getByLabel('Address', { exact: true }).fill('https://another.example');
    await adding.letGo();
    const secret = (await page.locator('.secret code').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await stage.isSound(opened);
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe('https://another.example');
    await page.getByRole('link', { name: 'Look at deliveries' }).click();
    await page.getByText('Nothing was sent in the last days.').waitFor();
    expect(await page.locator('.secret code').textContent()).toBe(secret);
    await page.getByRole('link', { name: 'Fold', exact: false }).click();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await said(page, 'The test arrived.');
    const test = heard.at(-1);
    const signed = `${test?.headers['webhook-id']}.${test?.headers['webhook-timestamp']}.${test?.body}`;
    const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(signed)
      .digest('base64');
    expect(String(test?.headers['webhook-signature']).split(' ')).toContain(`v1,${expected}`);

    const achievement = await stage.client.achievements.create({
      ...{ issuerId, name: 'Web API design', description: 'X', criteria: { narrative: 'X' } },
      evidencePolicy: 'none',
    });
    await stage.client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org' } });
    await expect.poll(() => heard.some(({ body }) => body.includes('credential.issued')), { timeout: 60_000 }).toBe(true);
    await page.getByRole('link', { name: 'Look at deliveries' }).click();
    const row = page.getByRole('row').filter({ hasText: 'A badge was issued' });
    await row.waitFor();
    await stage.isSound(opened);
    await page.getByLabel('Show').selectOption('failed');
    await page.getByText('Nothing was sent in the last days.').waitFor();
    expect(page.url()).toContain('state=failed');
    await page.getByLabel('Show').selectOption('');
    await row.getByRole('button', { name: 'Send again' }).click();
    await said(page, 'It is sent again.');

    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'New secret' }).click();
    await page.locator('.secret').waitFor();
    expect(await page.locator('.secret code').textContent()).not.toBe(secret);
    const late = await holdAnswer(page, 'POST', /\/rotate-secret$/);
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'New secret' }).click();
    await late.asked();
    await page.getByRole('link', { name: 'Export' }).click();
    await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor();
    await late.letGo();
    await said(page, `The secret for ${website.origin}/hook came after you had left, so it was not shown. Make a new one.`);

    const looking = await stage.open('issuer', 'at/school/settings/webhooks');
    await looking.page.getByText(`${website.origin}/hook`).waitFor();
    expect(await looking.page.getByRole('button', { name: /Pause|Go on|New secret|Remove|Add a webhook/ }).count()).toBe(0);
    await stage.isSound(looking);
  });
});
