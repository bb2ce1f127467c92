import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { type RoleName, StaffedConsole } from '../support/staffed-console.js';

// The queue of the assessors, in the console of the running product.
const PHONE = { viewport: { width: 390, height: 844 } };
const COMMENT = 'I read every line and asked Ada about it.';
let stage: StaffedConsole;
let achievement: string;
beforeAll(async () => {
  stage = await StaffedConsole.begin();
  const made = await stage.call('owner', 'POST', '/v1/achievements', {
    ...{ name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A project with tests.' } },
    evidencePolicy: { min: 1, pinned: 'required' },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  achievement = made.body.id;
}, 120_000);
afterEach(() => stage.browsing.closePages());
afterAll(() => stage.end());

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const waiting = async (role: RoleName) => (await stage.call(role, 'GET', '/v1/assessments')).body.data;

/** Issues a badge over work that is there, and asks for a second pair of eyes. */
async function asked(by: RoleName, name: string, note?: string): Promise<{ badge: string; id: string }> {
  const evidence = [{ url: `${stage.service.baseUrl}/example/todo-api.mjs`, name: 'To-do API' }];
  const recipient = { email: `${name.toLowerCase()}@example.org`, name };
  const issued = await stage.call(by, 'POST', `/v1/achievements/${achievement}/credentials`, { recipient, evidence });
  expect(issued.status, JSON.stringify(issued.body)).toBe(201);
  const assessment = await stage.call(by, 'POST', `/v1/credentials/${issued.body.id}/assessment`, note === undefined ? {} : { note });
  expect(assessment.status, JSON.stringify(assessment.body)).toBe(201);
  return { badge: issued.body.id, id: assessment.body.id };
}

/** The link of the mail to assessors, which is written once what waits has waited for half an hour. */
async function mailedLink(): Promise<string> {
  const { pool } = stage.database;
  await pool.query("UPDATE assessment SET created_at = created_at - interval '31 minutes'");
  await pool.query(
    `INSERT INTO pgboss.job (name, data, policy, retry_limit, expire_in)
     SELECT name, '{}', policy, retry_limit, expire_seconds * interval '1 second' FROM pgboss.queue WHERE name = 'tell-assessors' ON CONFLICT DO NOTHING`,
  );
  const { baseUrl } = stage.service;
  const mails = async (): Promise<string> => (await fetch(`${baseUrl}/console/mail`, { headers: { 'sec-fetch-site': 'none' } })).text();
  const link = `${baseUrl}/console/#/at/school/assess`;
  await expect.poll(mails, { timeout: 90_000, interval: 500 }).toContain(`href="${link}"`);
  return link;
}

describe('an empty queue', () => {
  it.each([
    ['en', 'Work to assess', 'Nothing waits'],
    ['de', 'Arbeiten prüfen', 'Es wartet nichts'],
    ['fr', 'Travaux à évaluer', 'Rien n’attend'],
    ['es', 'Trabajos por evaluar', 'No hay nada en espera'],
    ['nl', 'Werk beoordelen', 'Er wacht niets'],
  ])('says in %s what it is for', async (locale, title, empty) => {
    const opened = await stage.open('assessor', 'at/school/assess', { locale, colorScheme: 'dark', viewport: { width: 320, height: 700 } });
    await heading(opened, title);
    await opened.page.getByRole('heading', { level: 2, name: empty }).waitFor();
    await stage.isSound(opened);
  });
});

describe('an assessor', () => {
  it('comes by a mail, signs in by another, looks at the work, and signs; the badge shows it', async () => {
    const { badge } = await asked('issuer', 'Ada', 'Please look at the tests first.');
    const opened = await stage.browsing.open(await mailedLink(), PHONE);
    const { page } = opened;
    await heading(opened, 'Sign in');
    await page.getByLabel('E-mail address').fill('assessor@school.example');
    await page.keyboard.press('Enter');
    await page.getByText('a mail is on its way').waitFor();
    const [link] = await stage.links('signin');
    await page.goto(`${stage.service.baseUrl}/console/#${link}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(opened, 'Work to assess');
    await page.getByRole('navigation', { name: 'Console' }).getByText('(1 wait for you)').waitFor({ state: 'attached' });
    await page.getByRole('rowheader', { name: 'Web API design' }).waitFor();
    await stage.isSound(opened);

    await page.getByRole('link', { name: 'Web API design' }).click();
    await heading(opened, 'Web API design');
    for (const said of [
      'A project with tests.',
      'Please look at the tests first.',
      'names exactly this file',
      'Nothing was found that shows whose work',
    ])
      await page.getByText(said).waitFor();
    expect(await page.getByRole('link', { name: 'To-do API' }).getAttribute('target')).toBe('_blank');
    expect(await page.getByRole('button', { name: 'Endorse' }).count()).toBe(0);
    await page.getByLabel('Yes, I endorse it').check();
    await page.getByText('Your name, The assessor, and that you proved an address at school.example will stand under this badge').waitFor();
    await page.getByRole('button', { name: 'Endorse' }).click();
    await page.getByText('Write at least one sentence.').waitFor();
    await stage.isSound(opened);
    await page.getByLabel('What you looked at').fill(COMMENT);
    await page.reload();
    await expect.poll(() => page.getByLabel('What you looked at').inputValue()).toBe(COMMENT);
    await page.getByRole('button', { name: 'Endorse' }).click();
    const question = page.locator('pm-dialog[open]');
    await question.getByText('You cannot take a signed endorsement back.').waitFor();
    await stage.isSound(opened);
    await question.getByRole('button', { name: 'Sign it' }).click();
    await page.getByRole('heading', { name: 'Endorsed by The assessor on' }).waitFor();
    await page.getByText('Nothing else waits for you.').waitFor();
    expect(await page.locator('nav.main .count').count()).toBe(0);
    await stage.isSound(opened);

    const shown = await stage.browsing.open(`${stage.service.baseUrl}/credentials/${badge}`);
    await shown.page.getByText(COMMENT).first().waitFor();
    await shown.page.getByText('The assessor').filter({ visible: true }).first().waitFor();
  });

  it('sends one back; whoever issues reads why, and asks again', async () => {
    const { badge, id } = await asked('issuer', 'Bob');
    const opened = await stage.open('assessor', 'at/school/assess', { viewport: { width: 1280, height: 900 } });
    const { page } = opened;
    await page.getByRole('link', { name: 'Web API design' }).click();
    await page.getByLabel('No, I send it back').check();
    await page.getByText('The people who issue at Riverside College read it. It is not public.').waitFor();
    await page.getByLabel('What is missing, or wrong').fill('The link leads to another repository.');
    await page.getByRole('button', { name: 'Send back' }).click();
    await page.getByRole('heading', { name: 'Sent back by The assessor on' }).waitFor();
    await stage.isSound(opened);
    await page.goBack();
    await heading(opened, 'Work to assess');
    await page.getByRole('link', { name: 'Sent back' }).click();
    await page.getByRole('row').filter({ hasText: 'Bob' }).filter({ hasText: 'The assessor' }).waitFor();

    const issuer = await stage.open('issuer', `at/school/badges/${badge}`, PHONE);
    const eyes = issuer.page.getByRole('region', { name: 'A second pair of eyes' });
    await eyes.getByText('The link leads to another repository.').waitFor();
    await eyes.getByText('Ask again, and write what has changed.').waitFor();
    await stage.isSound(issuer);
    await eyes.getByLabel('What they should know').fill('It is the right one now.');
    await eyes.getByRole('button', { name: 'Ask again' }).click();
    await eyes.getByText('Waits since').waitFor();
    const [again] = await waiting('assessor');
    expect(again).toMatchObject({ credentialId: badge, note: 'It is the right one now.', decidable: true });
    await page.goto(`${stage.service.baseUrl}/console/#/at/school/assess/${again.id}`);
    await page.getByText('It is the right one now.').waitFor();
    expect((await stage.call('assessor', 'POST', `/v1/assessments/${id}/send-back`, { reason: 'Again.' })).status).toBe(409);
  });
});

describe('who may not decide', () => {
  it('is told so of what they issued, by the console and by the service', async () => {
    const { id } = await asked('issuer', 'Carla');
    const opened = await stage.open('issuer', `at/school/assess/${id}`);
    await opened.page.getByRole('heading', { name: 'You cannot decide this one' }).waitFor();
    await opened.page.getByText('You asked for this yourself.').waitFor();
    expect(await opened.page.getByRole('button', { name: 'Endorse' }).count()).toBe(0);
    await stage.isSound(opened);
    const answer = await stage.call('issuer', 'POST', `/v1/assessments/${id}/endorse`, { comment: COMMENT });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it.each([
    [
      'the badge has no room for one more',
      async ({ badge }: { badge: string }) => {
        for (let index = 0; index < 25; index += 1) {
          const body = { assessor: { name: `Teacher ${index}` }, comment: 'I have seen the work.' };
          expect((await stage.call('owner', 'POST', `/v1/credentials/${badge}/endorsements`, body)).status).toBe(201);
        }
      },
      'as many endorsements as it can carry',
    ],
    [
      'it was withdrawn meanwhile',
      async ({ badge }: { badge: string }) => {
        const body = { reason: 'A mistake.', confirm: 'revoke' };
        expect((await stage.call('owner', 'POST', `/v1/credentials/${badge}/revoke`, body)).status).toBe(200);
      },
      'This badge was withdrawn.',
    ],
    [
      'somebody decided meanwhile',
      async ({ id }: { id: string }) => {
        expect((await stage.call('owner', 'POST', `/v1/assessments/${id}/send-back`, { reason: 'No tests.' })).status).toBe(200);
      },
      'Somebody decided this meanwhile.',
    ],
  ])('is told the true reason where %s', async (_, meanwhile, says) => {
    const one = await asked('issuer', 'Dora');
    const opened = await stage.open('assessor', `at/school/assess/${one.id}`);
    const { page } = opened;
    await page.getByLabel('Yes, I endorse it').check();
    await page.getByLabel('What you looked at').fill(COMMENT);
    await meanwhile(one);
    await page.getByRole('button', { name: 'Endorse' }).click();
    await page.locator('pm-dialog[open]').getByRole('button', { name: 'Sign it' }).click();
    await page.getByText(says).first().waitFor();
    expect((await page.getByText('Somebody decided').count()) > 0).toBe(says.startsWith('Somebody'));
    await stage.isSound(opened);
  });

  it('sees neither the queue nor the way to it as a viewer', async () => {
    const [one] = await waiting('assessor');
    const opened = await stage.open('viewer', `at/school/assess/${one.id}`);
    await heading(opened, 'Your role does not allow this');
    expect(await opened.page.getByRole('link', { name: 'Work to assess' }).count()).toBe(0);
    await stage.isSound(opened);
    for (const [method, path, body] of [
      ['GET', '/v1/assessments', undefined],
      ['GET', `/v1/assessments/${one.id}`, undefined],
      ['POST', `/v1/assessments/${one.id}/endorse`, { comment: COMMENT }],
      ['POST', `/v1/credentials/${one.credentialId}/assessment`, {}],
    ] as const)
      expect((await stage.call('viewer', method, path, body)).status, path).toBe(403);
  });

  it('finds nothing at an address that is none', async () => {
    const opened = await stage.open('assessor', `at/school/assess/${achievement}`);
    await opened.page.getByRole('alert').filter({ hasText: 'This does not exist' }).waitFor();
    await stage.isSound(opened);
  });
});

describe('what leads into the queue', () => {
  it('is an achievement whose badges wait, and the mail about them can be switched off', async () => {
    const opened = await stage.open('owner', `at/school/achievements/${achievement}`);
    await opened.page.getByLabel('Badges wait for a second pair of eyes').check();
    await opened.page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await stage.call('owner', 'GET', `/v1/achievements/${achievement}`)).body.assessment).toBe('wanted');
    await stage.isSound(opened);
    const account = await stage.open('assessor', 'at/school/account', PHONE);
    await account.page.getByLabel('Write to me when badges wait for me').uncheck();
    await account.page.getByText('You get no more mails about waiting badges.').first().waitFor();
    expect((await stage.call('assessor', 'GET', '/v1/me')).body.settings.assessmentMails).toBe(false);
    await stage.isSound(account);
  });

  it('writes the titles of a narrow table with the space that French has before a colon', async () => {
    const { page } = await stage.open('assessor', 'at/school/assess', { ...PHONE, locale: 'fr' });
    const cell = page.getByRole('cell', { name: 'Carla' });
    await cell.waitFor();
    expect(await cell.evaluate((shown) => getComputedStyle(shown, '::before').content)).toMatch(/\u00a0:"?$/);
  });
});
