import { VERDICTS } from '@proofmark/schemas';
import { slowness } from '@proofmark/testkit';
import type { Request } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { brokenTexts, drawReports } from '../support/drawn.js';
import { reportOf } from '../support/reports.js';
import { Stage, snippet, unfold } from '../support/stage.js';

// Several badges as one block.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(() => stage.closePages());
afterAll(() => stage.strike());

const blockOf = (badges: string, attributes = ''): string => `<proofmark-badges ${attributes}>${badges}</proofmark-badges>`;
const SUMMARY = 'proofmark-badges [part=summary]';
const ALL = VERDICTS.map((verdict) => reportOf(verdict));

describe('a block of badges', () => {
  it('says how many there are of each verdict, once all are checked, with one voice', async () => {
    const good = await Promise.all(Array.from({ length: 3 }, () => stage.issuer.issue()));
    const revoked = await stage.issuer.issue();
    stage.issuer.revoke(revoked);
    const opened = await stage.open(stage.hostPage(blockOf([...good, revoked].map(({ url }) => snippet(url)).join(''))));
    const { page, complaints } = opened;
    await page.getByText('3 signed and unaltered').waitFor();
    expect(await page.locator(`${SUMMARY} li`).allInnerTexts()).toEqual(['1 not to be relied on', '3 signed and unaltered']);
    expect(await page.locator('proofmark-badge [role=status][aria-live=polite]').count()).toBe(0);
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.locator('[part=card]') })
        .count(),
    ).toBe(4);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says one sentence while badges are being checked, however many have come to an end', async () => {
    const [slow, quick] = [await stage.issuer.issue(), await stage.issuer.issue()];
    const { page } = await stage.open('about:blank');
    let answer: () => void = () => {};
    const asked = new Promise<void>((done) => {
      answer = done;
    });
    await page.route(slow.url, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(stage.hostPage(blockOf([slow, quick].map(({ url }) => snippet(url)).join(''))));
    await page.locator('proofmark-badge [part=verdict]').waitFor();
    await expect.poll(() => page.locator(SUMMARY).textContent()).toBe('2 badges are being checked …');
    answer();
    await page.getByText('2 signed and unaltered').waitFor();
  });

  it('does not take what was found about the work of one badge for the end of the next one', async () => {
    const file = `${stage.issuer.origin}/files/report.pdf`;
    stage.issuer.files.set('report.pdf', '%PDF-1.7 the report');
    const [first, next] = [await stage.issuer.issue({ evidence: [{ id: file, name: 'Report' }] }), await stage.issuer.issue()];
    const { page } = await stage.open('about:blank');
    const held = new Map<string, () => void>();
    for (const url of [file, next.url]) {
      const asked = new Promise<void>((done) => {
        held.set(url, done);
      });
      await page.route(url, async (route) => {
        await asked;
        await route.continue();
      });
    }
    await page.goto(stage.hostPage(blockOf(snippet(first.url))));
    await page.getByText('1 signed and unaltered').waitFor();
    await unfold(page);
    // A request whose badge was replaced is broken off, or answered before that.
    const ofFile = { predicate: (request: Request): boolean => request.url() === file };
    const looked = Promise.race([page.waitForEvent('requestfinished', ofFile), page.waitForEvent('requestfailed', ofFile)]);
    const asked = page.waitForRequest(file);
    await page.getByRole('button', { name: 'Check the work now' }).click();
    await asked;
    const named = await page.locator('proofmark-badge').evaluateHandle((badge, src) => {
      const names: string[] = [];
      badge.addEventListener('badge-verdict', (event) => {
        const { detail } = event as CustomEvent;
        names.push(`${detail.src} ${detail.report.badge?.id}`);
      });
      badge.setAttribute('src', src);
      return names;
    }, next.url);
    await page.getByText('1 badge is being checked …').waitFor();
    held.get(file)?.();
    await looked;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.locator(SUMMARY).textContent()).toBe('1 badge is being checked …');
    held.get(next.url)?.();
    await page.getByText('1 signed and unaltered').waitFor();
    expect(await named.jsonValue()).toEqual([`${next.url} ${next.url}`]);
  });

  it('counts a badge that cannot be checked, and one that its reader has not asked for', async () => {
    const badge = await stage.issuer.issue();
    const body = blockOf(`${snippet(badge.url)}<proofmark-badge></proofmark-badge>${snippet(badge.url, 'verify="click"')}`);
    const { page } = await stage.open(stage.hostPage(body));
    await page.getByText('1 signed and unaltered').waitFor();
    expect(await page.locator(`${SUMMARY} li`).allInnerTexts()).toEqual(['1 signed and unaltered', '2 not checked']);
    await page.getByRole('button', { name: 'Check this badge' }).click();
    await page.getByText('2 signed and unaltered').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('leaves a page its own list', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(blockOf(`<ul><li>${snippet(badge.url)}</li></ul>`)));
    await page.getByText('1 signed and unaltered').waitFor();
    expect(await page.locator('proofmark-badge').getAttribute('role')).toBeNull();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('waits until it is near, and then checks also the badges that are far below', async () => {
    const far = Array.from({ length: 200 }, () => '<p>…</p>').join('');
    const [one, two] = [await stage.issuer.issue(), await stage.issuer.issue()];
    const inside = blockOf(`${snippet(one.url)}<div>${far}</div>${snippet(two.url)}`);
    const { page, requested } = await stage.open(stage.hostPage(`${far}${inside}`));
    await page.waitForFunction(() => customElements.get('proofmark-badges') !== undefined);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(requested).not.toContain(two.url);
    await page.locator(SUMMARY).scrollIntoViewIfNeeded();
    await page.getByText('2 signed and unaltered').waitFor();
  });

  it.each(['card', 'line', 'image'])('gives its variant, theme and checker to badges that name none: %s', async (variant) => {
    const badge = await stage.issuer.issue();
    const body = blockOf(
      `${snippet(badge.url)}${snippet(badge.url, 'variant="image" theme="dark"')}`,
      `variant="${variant}" theme="light"`,
    );
    const { page } = await stage.open(stage.hostPage(body));
    await page.getByText('2 signed and unaltered').waitFor();
    const given = await page
      .locator('proofmark-badge')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('variant') ?? 'card', one.getAttribute('theme')]));
    expect(given).toEqual([
      [variant, 'light'],
      ['image', 'dark'],
    ]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('counts a badge that comes later, and speaks the language of the page', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(blockOf(snippet(badge.url)), { root: 'lang="de"' }));
    await page.getByText('1 signiert und unverändert').waitFor();
    await page.locator('proofmark-badges').evaluate((block, src) => {
      const more = document.createElement('proofmark-badge');
      more.setAttribute('src', src);
      block.append(more);
    }, badge.url);
    await page.getByText('2 signiert und unverändert').waitFor();
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['forced colours', { forcedColors: 'active' as const }],
    ['320 px', { viewport: { width: 320, height: 640 } }],
    ['200 %', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }],
  ])('is accessible with every verdict, breaks no word, and nobody scrolls sideways: %s', async (_, browser) => {
    const { page } = await drawReports(stage, ALL, { browser, whole: blockOf });
    await page.getByText('1 not to be relied on').waitFor();
    expect(await page.locator(`${SUMMARY} li`).count()).toBe(VERDICTS.length);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await brokenTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('is mirrored from right to left, and moves nothing for those who want no motion', async () => {
    const { page } = await drawReports(stage, ALL, {
      whole: blockOf,
      root: 'lang="ar" dir="rtl"',
      browser: { reducedMotion: 'reduce' },
    });
    await page.getByText('1 not to be relied on').waitFor();
    const [first, last] = [page.locator(`${SUMMARY} li`).first(), page.locator(`${SUMMARY} li`).nth(1)];
    expect((await first.boundingBox())?.x ?? 0).toBeGreaterThan((await last.boundingBox())?.x ?? 0);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('is read as the counts, worst first, and a list of its badges', async () => {
    const reports = [reportOf('genuine-issuer-unknown'), reportOf('do-not-rely')];
    const { page } = await drawReports(stage, reports, { whole: blockOf, attributes: 'variant="image"' });
    await page.getByText('1 not to be relied on').waitFor();
    const read = await page.locator('proofmark-badges').ariaSnapshot();
    expect(read.split('\n').slice(0, 6)).toEqual([
      '- status:',
      '  - list:',
      '    - listitem: 1 not to be relied on',
      '    - listitem: 1 signed and unaltered',
      '- list:',
      '  - listitem:',
    ]);
  });
});

it.each([
  ['in one block', '', blockOf],
  ['beside each other', 'loading="eager"', (badges: string): string => badges],
])('twenty badges %s take under a second of the processor, with the network stubbed', async (_, attributes, around) => {
  const badges = await Promise.all(Array.from({ length: 20 }, (_, index) => stage.issuer.issue({ recipientName: `Learner ${index}` })));
  const answers = new Map(badges.map(({ url, json }) => [url, json]));
  const times: number[] = [];
  // Seconds of the processor that the page's process took, its start included, since other tests run beside it; the best of three pages.
  for (let turn = 0; turn < 3; turn += 1) {
    const { page } = await stage.open('about:blank');
    await page.route(
      (url) => answers.has(url.href),
      (route) =>
        route.fulfill({
          body: answers.get(route.request().url()) ?? '',
          contentType: 'application/vc',
          headers: { 'Access-Control-Allow-Origin': '*' },
        }),
    );
    await page.addInitScript(() => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      document.addEventListener('badge-verdict', (event) => seen.push(event.timeStamp));
    });
    await page.goto(stage.hostPage(around(badges.map(({ url }) => snippet(url, attributes)).join(''))));
    await page.waitForFunction(() => (window as unknown as { seen: number[] }).seen.length >= 20);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    times.push(metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN);
    await page.waitForFunction(() => [...document.querySelectorAll('proofmark-badge')].every((badge) => badge.report !== null));
    // None is checked twice, although the block hurries those that have begun.
    expect(await page.evaluate(() => (window as unknown as { seen: number[] }).seen.length)).toBe(20);
    await page.context().close();
  }
  expect(Math.min(...times)).toBeLessThan(slowness());
});
