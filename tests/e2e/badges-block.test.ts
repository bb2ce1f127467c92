import { VERDICTS } from '@proofmark/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { brokenTexts, drawReports } from '../support/drawn.js';
import { reportOf } from '../support/reports.js';
import { Stage, snippet } from '../support/stage.js';

// Several badges as one block.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const blockOf = (badges: string, attributes = ''): string => `<proofmark-badges ${attributes}>${badges}</proofmark-badges>`;
const SUMMARY = 'proofmark-badges [part=summary]';

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
      `${snippet(badge.url)}${snippet(badge.url, 'variant="image" theme="light"')}`,
      `variant="${variant}" theme="dark"`,
    );
    const { page } = await stage.open(stage.hostPage(body));
    await page.getByText('2 signed and unaltered').waitFor();
    const given = await page
      .locator('proofmark-badge')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('variant') ?? 'card', one.getAttribute('theme')]));
    expect(given).toEqual([
      [variant, 'dark'],
      ['image', 'light'],
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
  ])('is accessible with every verdict, breaks no word, and nobody scrolls sideways: %s', async (_, browser) => {
    const reports = VERDICTS.map((verdict) => reportOf(verdict));
    const { page } = await drawReports(stage, reports, { browser, around: (badge) => blockOf(badge) });
    await page
      .locator(`${SUMMARY} li`)
      .nth(VERDICTS.length - 1)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await brokenTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

it('twenty badges in one block have their verdicts after one second, with the network stubbed', async () => {
  const badges = await Promise.all(Array.from({ length: 20 }, (_, index) => stage.issuer.issue({ recipientName: `Learner ${index}` })));
  const answers = new Map(badges.map(({ url, json }) => [url, json]));
  const times: number[] = [];
  // A busy machine may be slow once: the best of three pages.
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
    await page.goto(stage.hostPage(blockOf(badges.map(({ url }) => snippet(url)).join(''))));
    await page.getByText('20 signed and unaltered').waitFor();
    times.push(
      await page.evaluate(() => {
        const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/proofmark-badge.js'));
        return Math.max(...(window as unknown as { seen: number[] }).seen) - (script as PerformanceResourceTiming).responseEnd;
      }),
    );
    await page.context().close();
  }
  expect(Math.min(...times)).toBeLessThan(1000);
});
