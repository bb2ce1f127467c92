import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../apps/issuer/src/mail/smtp-server.fixture.js';
import { startStage } from '../flow/stage.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, strictCsp } from '../support/browsing.js';

// A learner with a phone and a mailbox: from the mail to LinkedIn, the PDF and a page of their own. Each step stands on those before.
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, locale: 'de' };

let mails: MailServer;
let browsing: Browsing;
let page: Page;
let complaints: readonly string[];
let baseUrl: string;
let badge: { readonly id: string; readonly url: string };
/** The address that the learner keeps. */
let own: string;
let sheet: Buffer;
beforeAll(async () => {
  mails = await startMailServer();
  const stage = await startStage({ SMTP_URL: mails.url, MAIL_FROM: 'Badges <badges@school.example>' });
  const { client } = stage;
  ({ baseUrl } = stage.service);
  browsing = await Browsing.begin();
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'Riverside College' });
  await client.issuers.update(issuerId, { linkedinOrganizationId: '1234567' });
  await client.mails.updateSettings(issuerId, { issued: true });
  const { id } = await client.achievements.create({
    ...{ issuerId, name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } },
    evidencePolicy: { min: 1, pinned: 'required' },
  });
  badge = await client.credentials.issue(id, {
    recipient: { email: 'ada@example.org', name: 'Ada Lovelace', language: 'de' },
    evidence: [{ url: `${baseUrl}/issuers/school/did.json`, name: 'Todo API' }],
  });
});
afterAll(async () => {
  await browsing.end();
  await mails.close();
});

const sound = async (): Promise<void> => {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
};

describe('the way of a learner', () => {
  it('begins with one mail in their language, whose link leads to the badge', async () => {
    await expect.poll(() => mails.taken.length).toBe(1);
    const { mail, to } = mails.taken[0]!;
    expect([to, mail.subject]).toEqual(['ada@example.org', 'Riverside College: Ihr Badge Web API design']);
    const [link = ''] = /http\S+\/claim\/pm_claim_[\w-]+/.exec(mail.text ?? '') ?? [];
    expect(mail.html).toContain(link);
    ({ page, complaints } = await browsing.open(link, PHONE));
    expect(await page.locator('main').textContent()).toContain('Ada Lovelace');
    await sound();
    await page.getByRole('button', { name: 'Diesen Badge annehmen' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Ihr Badge: Web API design' }).waitFor();
    own = page.url();
    await sound();
  });

  it('to the form of LinkedIn, filled in', async () => {
    const address = new URL((await page.getByRole('link', { name: /LinkedIn/ }).getAttribute('href')) ?? '');
    expect([address.origin, address.pathname]).toEqual(['https://www.linkedin.com', '/profile/add']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      ...{ startTask: 'CERTIFICATION_NAME', name: 'Web API design', organizationId: '1234567', certUrl: badge.url, certId: badge.id },
      ...{ issueYear: String(new Date().getUTCFullYear()), issueMonth: String(new Date().getUTCMonth() + 1) },
    });
    const shared = await browsing.open(address.searchParams.get('certUrl') ?? '');
    await shared.page.getByRole('heading', { level: 1, name: /Web API design/ }).waitFor();
  });

  it('to a sheet, in which the employer’s page finds the badge', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDF', exact: true }).first().tap(),
    ]);
    sheet = await buffer(await download.createReadStream());
    const reader = await browsing.open(`${baseUrl}/verify/`);
    const file = { name: 'badge.pdf', mimeType: 'application/pdf', buffer: sheet };
    await reader.page.locator('input[type=file]').first().setInputFiles(file);
    const verdict = reader.page.locator('[data-verdict]').first();
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('genuine-issuer-unknown');
    expect(await reader.page.getByText('Ada Lovelace').first().isVisible()).toBe(true);
  });

  it('to a page of their own, on which the badge is checked', async () => {
    const snippet = await page.locator('#snippet-embed').inputValue();
    const host = await browsing.open(browsing.hostPage('', snippet, strictCsp(baseUrl)));
    const verdict = host.page.locator('proofmark-badge [data-verdict]').first();
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('genuine-issuer-unknown');
    await host.page.getByText('Todo API').first().waitFor();
    expect(host.complaints).toEqual([]);
  });

  it('and back to the address that they kept, where they change their mind: nobody sees the page any more', async () => {
    await page.goto(own);
    await page.getByRole('button', { name: 'Meine Antworten speichern' }).tap();
    await page.getByText('Sie haben am').first().waitFor();
    const reader = await browsing.open(badge.url);
    expect(await reader.page.locator('main').textContent()).not.toContain('Ada Lovelace');
    // The badge itself can be checked as before.
    expect((await fetch(badge.url, { headers: { accept: 'application/vc' } })).status).toBe(200);
    await sound();
  });
});
