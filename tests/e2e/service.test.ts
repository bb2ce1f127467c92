import type { Client } from '@proofmark/client';
import type { CredentialResource } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing, type Opened, strictCsp } from '../support/browsing.js';

// The running product: a badge is issued over its API, and everything that a reader sees is looked at in a browser.
let browsing: Browsing;
let client: Client;
let baseUrl: string;
let stopService: () => Promise<void>;
let achievementId: string;

const issue = (more: { validFrom?: string; validUntil?: string } = {}): Promise<CredentialResource> =>
  client.credentials.issue(achievementId, {
    recipient: { email: 'ada@example.org', name: 'Ada Lovelace' },
    evidence: [{ url: `${baseUrl}/issuers/school/did.json`, name: 'Todo API' }],
    ...more,
  });

beforeAll(async () => {
  const stage = await startStage();
  ({ client } = stage);
  ({ baseUrl } = stage.service);
  stopService = () => stage.service.close();
  browsing = await Browsing.begin();
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' });
  ({ id: achievementId } = await client.achievements.create({
    issuerId,
    name: 'Web API design',
    description: 'Designs and tests an HTTP API.',
    criteria: { narrative: 'A reviewed project.' },
    evidencePolicy: { min: 1, pinned: 'required' },
  }));
});
afterAll(() => browsing.end());

async function verdictOf({ page }: Opened): Promise<string | null> {
  const verdict = page.locator('[data-verdict]').first();
  await verdict.waitFor();
  return verdict.getAttribute('data-verdict');
}

/** What its page offers for copying, put onto somebody else's page with a strict policy. */
async function embed(badge: CredentialResource, meanwhile: () => Promise<unknown> = async () => undefined): Promise<Opened> {
  const { page } = await browsing.open(badge.url);
  const offered = await page.evaluate(() =>
    [...document.querySelectorAll('pre, code, textarea')]
      .map((element) => (element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? '')))
      .find((text) => text.includes('<proofmark-badge')),
  );
  expect(offered).toContain(badge.url);
  await meanwhile();
  return browsing.open(browsing.hostPage('', offered ?? '', strictCsp(baseUrl)));
}

const openCheck = (): Promise<Opened> => browsing.open(`${baseUrl}/verify/`);

async function paste({ page }: Opened, text: string): Promise<void> {
  await page.getByLabel('Paste a badge or its link').fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

describe('the badge’s own page', () => {
  it.each([
    ['with JavaScript', {}],
    ['without JavaScript', { javaScriptEnabled: false }],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['on 320 pixels', { viewport: { width: 320, height: 700 } }],
  ])('shows the work and the name: %s', async (_name, options) => {
    const badge = await issue();
    const { page, complaints } = await browsing.open(badge.url, options);
    expect(await page.getByText('Web API design').first().isVisible()).toBe(true);
    expect(await page.getByText('Todo API').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    if (!('javaScriptEnabled' in options)) expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('its snippet on a page of another origin', () => {
  it('is genuine, and asks nobody but the issuer', async () => {
    const opened = await embed(await issue());
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
    expect(opened.complaints).toEqual([]);
    const asked = new Set(opened.requested.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin));
    expect(asked).toEqual(new Set([baseUrl, new URL(opened.page.url()).origin]));
    expect(await opened.page.locator('proofmark-badge [part=image]').isVisible()).toBe(true);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
  });

  it('says when and why it was withdrawn', async () => {
    const badge = await issue();
    const opened = await embed(badge, () => client.credentials.revoke(badge.id, { confirm: 'revoke', reason: 'Issued by mistake' }));
    expect(await verdictOf(opened)).toBe('do-not-rely');
    expect(await opened.page.locator('proofmark-badge [part=verdict]').textContent()).toContain('Issued by mistake');
    expect(await opened.page.locator('proofmark-badge [part=title]').textContent()).toContain('Web API design');
  });

  it('says until when it was valid', async () => {
    const opened = await embed(await issue({ validFrom: '2024-01-01T00:00:00Z', validUntil: '2025-01-01T00:00:00Z' }));
    expect(await verdictOf(opened)).toBe('no-longer-current');
    expect(await opened.page.locator('proofmark-badge [part=verdict]').textContent()).toContain('January 1, 2025');
  });
});

describe('the verification page of the service', () => {
  it.each(['', '.json', '.jwt', '.png', '.svg'])('takes the link of the badge with “%s” at its end', async (suffix) => {
    const badge = await issue();
    const opened = await browsing.open(`${baseUrl}/verify#url=${encodeURIComponent(`${badge.url}${suffix}`)}`);
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
    expect(opened.complaints).toEqual([]);
  });

  it.each(['.json', '.jwt', '.png', '.svg'])('takes the downloaded file %s', async (suffix) => {
    const badge = await issue();
    const buffer = Buffer.from(await (await fetch(`${badge.url}${suffix}`)).arrayBuffer());
    const opened = await openCheck();
    await opened.page.getByLabel('Choose files').setInputFiles({ name: `badge${suffix}`, mimeType: '', buffer });
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
  });

  it('finds one changed letter', async () => {
    const { credential } = await issue();
    const opened = await openCheck();
    await paste(opened, JSON.stringify(credential).replace('Web API design', 'Web API desigm'));
    expect(await verdictOf(opened)).toBe('do-not-rely');
  });

  it('knows the person by the e-mail address, in the page alone', async () => {
    const opened = await openCheck();
    await paste(opened, (await issue()).jwt);
    await verdictOf(opened);
    await opened.page.getByLabel('E-mail address of the person').fill('ada@example.org');
    await opened.page.getByRole('button', { name: 'Compare' }).click();
    await opened.page.locator('.person[data-outcome=passed]').waitFor();
    expect(opened.requested.filter((url) => /example\.org/.test(url))).toEqual([]);
  });
});

describe('when the service is gone', () => {
  it('nothing turns green: neither on the page that is still open, nor in an embedded badge', async () => {
    const badge = await issue();
    const check = await openCheck();
    const embedded = await embed(badge);
    await verdictOf(embedded);
    await check.page.waitForLoadState('networkidle');
    await stopService();
    await paste(check, JSON.stringify(badge.credential));
    expect(await verdictOf(check)).toBe('unfinished');
    await embedded.page.evaluate((src) => {
      document.querySelector('proofmark-badge')?.setAttribute('src', `${src}?again`);
    }, badge.url);
    // It may name the host that did not answer.
    await embedded.page.getByRole('button', { name: /\bagain\b/ }).waitFor();
    expect(await embedded.page.locator('[data-verdict^=genuine]').count()).toBe(0);
    expect(await embedded.page.getByRole('img', { name: 'Badge: Web API design' }).count()).toBe(1);
  });
});
