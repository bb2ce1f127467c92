import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import { type ConsoleStage, startConsole } from '../support/console-stage.js';
import { loseAnswer } from '../support/hold-answer.js';

/** Each step is looked at by axe. */
const LONG = 180_000;

// One badge, from the form to its page, with the running product behind it.
let stage: ConsoleStage;
let withWork: string;
let withoutWork: string;
beforeAll(async () => {
  stage = await startConsole();
  const common = { issuerId: stage.issuerId, description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } };
  withWork = (
    await stage.client.achievements.create({
      ...common,
      name: 'Web API design',
      evidencePolicy: { min: 1, kinds: ['repository', 'document', 'file'], pinned: 'required' },
    })
  ).id;
  withoutWork = (await stage.client.achievements.create({ ...common, name: 'Attendance', evidencePolicy: 'none' })).id;
});
afterAll(() => stage.end());

const heading = ({ page }: Opened, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const badges = async (achievement: string) => (await stage.client.credentials.search({ achievement, issuer: stage.issuerId })).data.length;

describe('issuing one badge', () => {
  it(
    'reads links while they are typed, and says what to do about each',
    async () => {
      const opened = await stage.open(`issue/${withWork}`);
      const { page } = opened;
      await heading(opened, 'Issue a badge');
      await page.getByText(/at least one piece of work \(source code, a document, or a file\)\./).waitFor();
      await stage.isSound(opened);
      const link = page.getByLabel('Link to the work');
      await link.fill('git@github.com:ada/todo.git');
      await page.getByText('This address is for SSH. Give the https address of the repository.').waitFor();
      await link.fill('http://example.org/a.pdf');
      await page.getByText('This is no web address. It begins with https://').waitFor();
      await link.fill(`${stage.service.baseUrl}/nothing-here.pdf`);
      await page.getByText(/It is not there, or not public|Its server answers with an error/).waitFor();
      await page.getByText('Link 1 could not be read.').waitFor();
      await stage.isSound(opened);
      await link.fill(`${stage.service.baseUrl}/embed/proofmark-badge.js`);
      await page.getByText(/^✓\s*Read: .*Its fingerprint will be signed\.$/).waitFor();
      await page.getByText('This is what the achievement asks for.').waitFor();
      await stage.isSound(opened);
      // So are those of a draft, also where what there is to issue comes only when it is asked for again.
      await loseAnswer(page, 'GET', /\/v1\/achievements\?/);
      await page.reload();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText(/^✓\s*Read: .*Its fingerprint will be signed\.$/).waitFor();
    },
    LONG,
  );

  it(
    'issues once, also where the button is pressed twice and the answer is lost, and leads on',
    async () => {
      const opened = await stage.open('issue', { viewport: { width: 390, height: 800 } });
      const { page } = opened;
      await heading(opened, 'Issue a badge');
      await page.getByLabel('Achievement').selectOption({ label: 'Attendance' });
      await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
      await page.getByRole('button', { name: 'Issue this badge' }).click();
      await page.getByText('Give an e-mail address, or your own id.').waitFor();
      await stage.isSound(opened);
      await page.getByLabel('E-mail address').fill('ada@gmial.com');
      await page.getByRole('button', { name: 'Did you mean ada@gmail.com?' }).click();
      expect(await page.getByLabel('E-mail address').inputValue()).toBe('ada@gmail.com');
      expect(await page.getByRole('button', { name: /^Did you mean/ }).count()).toBe(0);
      await page.getByLabel('E-mail address').fill('ada@example.org');
      // The service issues it, and the answer does not come through.
      await page.route('**/v1/achievements/*/credentials', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await page.getByRole('button', { name: 'Issue this badge' }).click();
      await page.getByText('No answer came. Press the button again').waitFor();
      await page.unroute('**/v1/achievements/*/credentials');
      expect(await badges(withoutWork)).toBe(1);
      await page.getByRole('button', { name: 'Issue this badge' }).dblclick();
      await heading(opened, 'The badge is issued');
      expect(await badges(withoutWork)).toBe(1);
      await page.getByText('Ada Lovelace has “Attendance”').waitFor();
      await stage.isSound(opened);
      await page.getByRole('button', { name: 'Make a claim link' }).click();
      expect(await page.getByLabel(/Send this link/).inputValue()).toMatch(/\/claim\//);
      await stage.isSound(opened);
      const url = await page.getByRole('link', { name: 'The badge’s page' }).getAttribute('href');
      expect((await fetch(url ?? '')).status).toBe(200);
      await page.getByRole('button', { name: 'Issue another' }).click();
      await heading(opened, 'Issue a badge');
      expect(await page.getByLabel('E-mail address').inputValue()).toBe('');
    },
    LONG,
  );

  it('shows the badge that somebody has already, and lets it be replaced', async () => {
    await stage.client.credentials.issue(withoutWork, { recipient: { email: 'grace@example.org', name: 'Grace Hopper' } });
    const before = await badges(withoutWork);
    const opened = await stage.open(`issue/${withoutWork}`);
    const { page } = opened;
    await page.getByLabel('E-mail address').fill('grace@example.org');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'This person has this badge already' }).waitFor();
    await page.getByText('It was issued to Grace Hopper').waitFor();
    await stage.isSound(opened);
    expect(await badges(withoutWork)).toBe(before);
    await page.getByRole('button', { name: 'Let a new one take its place' }).click();
    await heading(opened, 'The badge is issued');
    expect(await badges(withoutWork)).toBe(before + 1);
  });

  it('says in another language that the work is missing, and keeps what was typed', async () => {
    const opened = await stage.open(`issue/${withWork}`, { locale: 'fr' });
    const { page } = opened;
    await heading(opened, 'Émettre un badge');
    await page.getByLabel('Adresse e-mail').fill('alan@example.org');
    await page.getByRole('button', { name: 'Émettre ce badge' }).click();
    await page.getByText('Le travail n’est pas celui que demande la réussite, rien n’a été émis.').waitFor();
    await stage.isSound(opened);
    await page.reload();
    await heading(opened, 'Émettre un badge');
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe('alan@example.org');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Émettre ce badge' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe('alan@example.org');
  });

  it('is refused to a role that may not', async () => {
    const assessor = await stage.join('assessor', 'assessor@school.example');
    const opened = await stage.open(`issue/${withoutWork}`, {}, assessor);
    await heading(opened, 'Your role does not allow this');
    await stage.isSound(opened);
    const status = await opened.page.evaluate(async (id) => {
      const token = /proofmark-csrf[^=]*=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
      const body = JSON.stringify({ recipient: { email: 'a@example.org' } });
      return (await fetch(`/v1/achievements/${id}/credentials`, { method: 'POST', headers, body })).status;
    }, withoutWork);
    expect(status).toBe(403);
  });
});
