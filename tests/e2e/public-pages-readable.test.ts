import type { Client } from '@proofmark/client';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { Browsing } from '../support/browsing.js';

// Every kind of page that an issuer shows to everybody, for everybody who reads it.
let browsing: Browsing;
let client: Client;
const pages = new Map<string, string>();

beforeAll(async () => {
  const stage = await startStage({}, true);
  ({ client } = stage);
  const { baseUrl } = stage.service;
  browsing = await Browsing.begin();
  const name = 'School of dependable distributed systems';
  const { id: issuerId } = await client.issuers.create({
    slug: 'school',
    name,
    url: 'https://school.example',
    description: 'Courses. '.repeat(40),
  });
  const { id: achievementId } = await client.achievements.create({
    issuerId,
    name: 'Web API design',
    description: 'Designs and tests an HTTP API.',
    criteria: { narrative: 'A reviewed project.\n\n- one\n- two' },
    tag: ['HTTP', 'OpenAPI'],
    evidencePolicy: { min: 1, pinned: 'required' },
  });
  const badge = await client.credentials.issue(achievementId, {
    recipient: { email: 'ada@example.org', name: 'Ada Lovelace' },
    evidence: [{ url: `${baseUrl}/issuers/school/did.json`, name: 'Todo API' }],
  });
  pages.set('a badge', badge.url);
  pages.set('an issuer', `${baseUrl}/issuers/school`);
  pages.set('an achievement', `${baseUrl}/achievements/${achievementId}`);
  pages.set('the start', `${baseUrl}/`);
  pages.set('a problem', `${baseUrl}/problems/unauthenticated`);
});
afterAll(() => browsing.end());

const open = async (name: string, options: BrowserContextOptions = {}): Promise<Page> =>
  (await browsing.open(pages.get(name) ?? '', options)).page;
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** As a reader sets it: all sizes of text are relative to this one. */
const twiceAsLarge = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
const fromRightToLeft = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });

const READERS: readonly (readonly [string, BrowserContextOptions, (page: Page) => Promise<void>])[] = [
  ['in the light', { colorScheme: 'light' }, async () => undefined],
  ['in the dark', { colorScheme: 'dark' }, async () => undefined],
  ['with forced colours', { forcedColors: 'active' }, async () => undefined],
  ['on 320 pixels', { viewport: { width: 320, height: 700 } }, async () => undefined],
  ['with letters of twice the size', { viewport: { width: 640, height: 700 } }, twiceAsLarge],
  ['from right to left', { viewport: { width: 390, height: 844 } }, fromRightToLeft],
];

describe.each(['a badge', 'an issuer', 'an achievement', 'the start', 'a problem'])('the page of %s', (name) => {
  it.each(READERS)('can be read by everybody: %s', async (_, options, set) => {
    const page = await open(name, options);
    await set(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('is one sheet of paper', async () => {
    const page = await open(name);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.context().close();
  });

  it('has its one heading of the first level, and no level left out', async () => {
    const page = await open(name);
    const levels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    await page.context().close();
  });
});
