import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, realProvider } from '../../apps/issuer/src/routes/v1/sign-on/provider.fixture.js';
import type { Opened } from '../support/browsing.js';
import { holdAnswer } from '../support/hold-answer.js';
import { StaffedConsole } from '../support/staffed-console.js';

// Signing in with the provider of a school, in the console of the running product.
let stage: StaffedConsole;
let provider: Awaited<ReturnType<typeof realProvider>>;
let organisation: string;
beforeAll(async () => {
  stage = await StaffedConsole.begin();
  organisation = (await stage.call('owner', 'GET', '/v1/me')).body.organisations[0].id;
  provider = await realProvider(`${stage.service.baseUrl}/console/sign-on`);
});
afterEach(() => stage.browsing.closePages());
afterAll(async () => {
  await provider.close();
  await stage.end();
});

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
/** Looks at a page that was at the provider in between. */
const isSoundAfterwards = (opened: Opened) =>
  stage.isSound({ ...opened, requested: opened.requested.filter((url) => !url.startsWith(provider.issuer)) });

async function allow(domain: string): Promise<void> {
  const answer = await fetch(`${stage.service.baseUrl}/v1/organisations/${organisation}/mail-domains`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.service.adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ domain }),
  });
  expect(answer.status).toBe(204);
}

/** An owner on the part of the settings, on a phone, found from the team. */
async function owner(): Promise<Opened> {
  const opened = await stage.open('owner', 'at/school/team', { viewport: { width: 390, height: 800 } });
  await opened.page.getByRole('link', { name: 'Let colleagues sign in with your school' }).click();
  await heading(opened, 'Sign in with your school');
  return opened;
}

/** Somebody who goes to the provider by the form, and comes back. */
async function goBySchool(email: string, options = {}): Promise<Opened> {
  const opened = await stage.browsing.open(`${stage.service.baseUrl}/console/`, options);
  await opened.page.getByRole('button', { name: 'Sign in with your school' }).click();
  await heading(opened, 'Sign in with your school');
  await stage.isSound(opened);
  await opened.page.getByLabel('E-mail address').fill(email);
  await opened.page.keyboard.press('Enter');
  return opened;
}

describe('the provider of a school', () => {
  it('is not offered where no school has one', async () => {
    const opened = await stage.browsing.open(`${stage.service.baseUrl}/console/`);
    const answers = () =>
      opened.page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name, duration }) => name.endsWith('/v1/sign-in-methods') && duration > 0)
            .length,
      );
    await expect.poll(answers).toBe(1);
    await opened.page.getByRole('button', { name: 'Send me a link' }).waitFor();
    expect(await opened.page.getByRole('button', { name: 'Sign in with your school' }).count()).toBe(0);
  });

  it('is set by an owner, who sees first what it needs', async () => {
    const before = await owner();
    await before.page.getByText('No mail domain is allowed yet.').waitFor();
    await allow('school.example');
    const opened = await owner();
    const { page } = opened;
    await page.getByText(`${stage.service.baseUrl}/console/sign-on`).waitFor();
    await page.getByText('People with an address of school.example can sign in this way.').waitFor();
    await stage.isSound(opened);
    await page.getByLabel('Address of the provider').fill('http://localhost:1');
    await page.getByLabel('Client id').fill(CLIENT.clientId);
    await page.getByLabel('Client secret').fill(CLIENT.clientSecret);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('Address of the provider').and(page.locator('[aria-invalid="true"]')).waitFor();
    await stage.isSound(opened);
    await page.getByLabel('Address of the provider').fill(provider.issuer);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Remove' }).waitFor();
    await expect.poll(() => page.getByLabel('Client secret').inputValue()).toBe('');
    // What is typed while it is saved is not taken away.
    const secret = page.getByLabel('Client secret');
    await secret.fill(CLIENT.clientSecret);
    const saving = await holdAnswer(page, 'POST', /\/sign-on$/);
    await secret.press('Enter');
    await saving.asked();
    await secret.fill('another secret');
    await saving.letGo();
    await expect.poll(() => page.locator('main form[aria-busy=true]').count()).toBe(0);
    expect(await secret.inputValue()).toBe('another secret');
  });

  it('lets a colleague in by their address, who is a member then', async () => {
    provider.account = { sub: 'joan', email: 'joan@school.example', email_verified: true, name: 'Joan Clarke' };
    const joan = await goBySchool('joan@school.example');
    await heading(joan, 'Overview');
    await isSoundAfterwards(joan);
    // What the provider sent stands neither in the address nor behind Back.
    expect(joan.page.url()).toBe(`${stage.service.baseUrl}/console/`);
    await joan.page.goto(`${stage.service.baseUrl}/console/#/at/school/team`);
    await heading(joan, 'Your role does not allow this');
    const { page } = await stage.open('owner', 'at/school/team');
    await page.getByRole('row').filter({ hasText: 'Joan Clarke' }).filter({ hasText: 'joan@school.example' }).waitFor();
  });

  it('and what it answers otherwise are told in words', async () => {
    const nobody = await goBySchool('joan@other.example');
    await nobody.page.getByRole('alert').filter({ hasText: 'No school with this address signs people in here.' }).waitFor();
    await stage.isSound(nobody);
    provider.account = { sub: 'eve', email: 'eve@school.example', email_verified: false };
    const eve = await goBySchool('eve@school.example');
    await eve.page.getByRole('alert').filter({ hasText: 'Your school did not sign you in.' }).waitFor();
    await isSoundAfterwards(eve);
    const invented = await stage.browsing.open(`${stage.service.baseUrl}/console/sign-on?state=x&code=y`);
    await invented.page.getByRole('alert').filter({ hasText: 'Your school did not sign you in.' }).waitFor();
    expect(invented.page.url()).toBe(`${stage.service.baseUrl}/console/`);
  });

  it('is removed after a question, and the log of the team has both', async () => {
    const opened = await owner();
    const { page } = opened;
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.locator('pm-dialog[open]').getByText('They can still sign in by mail.').waitFor();
    await stage.isSound(opened);
    const removing = await holdAnswer(page, 'DELETE', /\/sign-on$/);
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Remove it' }).click();
    await removing.asked();
    await page.getByLabel('Address of the provider').fill('https://another.example');
    await removing.letGo();
    await expect.poll(() => page.locator('main').getByRole('button', { name: 'Remove' }).count()).toBe(0);
    expect(await page.getByLabel('Client id').inputValue()).toBe('');
    expect(await page.getByLabel('Address of the provider').inputValue()).toBe('https://another.example');
    await page.goto(`${stage.service.baseUrl}/console/#/at/school/team`);
    await page.getByRole('link', { name: 'See who changed the team' }).click();
    for (const act of ['Sign-in provider removed', 'Sign-in provider set', 'Mail domain allowed'])
      await page.getByRole('row').filter({ hasText: act }).first().waitFor();
    await page.getByRole('row').filter({ hasText: 'Mail domain allowed' }).getByText('school.example').waitFor();
    await stage.isSound(opened);
    await page.getByLabel('Which log').selectOption('issuer');
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'Sign-in provider set' }).count()).toBe(0);
  });

  it.each([
    ['de', 'Anmelden mit Schulkonto', 'Client-Secret'],
    ['fr', 'Connexion via votre école', 'Secret client'],
    ['es', 'Entrar con la cuenta del centro', 'Secreto de cliente'],
    ['nl', 'Inloggen met schoolaccount', 'Clientgeheim'],
  ])('speaks %s, in the dark', async (locale, title, secret) => {
    const options = { locale, colorScheme: 'dark', viewport: { width: 320, height: 700 } } as const;
    const opened = await stage.open('owner', 'at/school/settings/sign-on', options);
    await heading(opened, title);
    await opened.page.getByLabel(secret).waitFor();
    await stage.isSound(opened);
  });
});
