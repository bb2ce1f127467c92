import type { Client } from '@proofmark/client';
import type { CredentialResource } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing } from '../support/browsing.js';

// What an issuer shows to everybody, with the badges of a running service.
let browsing: Browsing;
let client: Client;
let baseUrl: string;
let badge: CredentialResource;
let achievementId: string;

const LONG = 'Designing dependable distributed systems for public services '.repeat(3).trim();
const issue = (name: string): Promise<CredentialResource> =>
  client.credentials.issue(achievementId, {
    recipient: { email: 'ada@example.org', name },
    evidence: [{ url: `${baseUrl}/issuers/school/did.json`, name: 'Todo API' }],
  });

beforeAll(async () => {
  const stage = await startStage({}, true);
  ({ client } = stage);
  ({ baseUrl } = stage.service);
  browsing = await Browsing.begin();
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' });
  ({ id: achievementId } = await client.achievements.create({
    issuerId,
    name: LONG,
    description: 'Designs and tests an HTTP API.',
    criteria: { narrative: 'A reviewed project.' },
    tag: Array.from({ length: 20 }, (_, n) => `skill ${n}`),
    evidencePolicy: { min: 1, pinned: 'required' },
  }));
  badge = await issue('Ada Lovelace');
});
afterAll(() => browsing.end());

describe('the page of a badge', () => {
  it('checks the badge itself, and asks nobody but its own service', async () => {
    const { page, requested, complaints } = await browsing.open(badge.url);
    await page.locator('proofmark-badge').scrollIntoViewIfNeeded();
    const verdict = page.locator('proofmark-badge [data-verdict]').first();
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('genuine-issuer-unknown');
    expect(complaints).toEqual([]);
    expect(new Set(requested.map((url) => new URL(url).origin))).toEqual(new Set([new URL(badge.url).origin]));
  });

  it.each([
    ['in the light', { colorScheme: 'light' as const }],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['with forced colours', { forcedColors: 'active' as const }],
    ['on 320 pixels', { viewport: { width: 320, height: 700 } }],
  ])('can be read by everybody: %s', async (_, options) => {
    const hard = await issue(`آدا ${'Lovelace '.repeat(15).trim()}`);
    const { page } = await browsing.open(hard.url, options);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  });

  it('names the learner and the achievement on the first screen of a phone', async () => {
    const { page } = await browsing.open(badge.url, { viewport: { width: 390, height: 844 } });
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.textContent()).toMatch(/^Ada Lovelace earned\s*Designing dependable/);
    const box = await heading.boundingBox();
    expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThan(844);
  });

  it('changes its language by a link, and without JavaScript', async () => {
    const { page } = await browsing.open(badge.url, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Deutsch' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.getByRole('heading', { name: 'Die Arbeit dahinter' }).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Diesen Badge prüfen' }).isVisible()).toBe(true);
  });

  it('is one sheet of paper with a code that leads back', async () => {
    const plain = await issue('Ada Lovelace');
    const { page } = await browsing.open(plain.url);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('img', { name: 'QR code of this page' }).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Add to LinkedIn' }).isVisible()).toBe(false);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  it('gives a sheet that the check reads', async () => {
    const buffer = Buffer.from(await (await fetch(`${badge.url}.pdf`)).arrayBuffer());
    const { page } = await browsing.open(`${baseUrl}/verify/`);
    await page.getByLabel('Choose files').setInputFiles({ name: 'badge.pdf', mimeType: 'application/pdf', buffer });
    const verdict = page.locator('[data-verdict]').first();
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('genuine-issuer-unknown');
    // The address on the sheet is that of the badge inside, and no second one.
    expect(await page.locator('[data-verdict]').count()).toBe(1);
  });

  it('gives a sheet that the check reads by its code, when it was printed again: what was attached and linked is lost', async () => {
    const sheet = Buffer.from(await (await fetch(`${badge.url}.pdf`)).arrayBuffer()).toString('latin1');
    const printed = sheet.replaceAll('/EmbeddedFiles', '/Embedded-gone').replaceAll('/AF ', '/A- ').replaceAll('/Annots', '/A-nots');
    expect(printed).not.toBe(sheet);
    const { page, complaints } = await browsing.open(`${baseUrl}/verify/`);
    const buffer = Buffer.from(printed, 'latin1');
    await page.getByLabel('Choose files').setInputFiles({ name: 'printed.pdf', mimeType: 'application/pdf', buffer });
    const verdict = page.locator('[data-verdict]').first();
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('genuine-issuer-unknown');
    expect(await page.locator('[data-verdict]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

it.each(['/ui', '/ui/', '/ui/main.ts', '/verify/ui/'])('a running service has no page for those who work on it: %s', async (path) => {
  expect((await fetch(`${baseUrl}${path}`)).status).toBe(404);
});

describe('the start page', () => {
  it('lets a visitor change a letter of a signed badge, and see the verdict turn', async () => {
    const { page, complaints } = await browsing.open(`${baseUrl}/`);
    const verdict = (kind: string) => page.locator(`.try proofmark-badge [data-verdict="${kind}"]`).first();
    await verdict('genuine-issuer-unknown').waitFor();
    const field = page.getByLabel('Title of the badge');
    await field.fill(`${await field.inputValue()}!`);
    await verdict('do-not-rely').waitFor();
    expect(await page.getByText('You changed the title. The signature no longer fits.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await verdict('genuine-issuer-unknown').waitFor();
    expect(complaints).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
