import { type Report, VERDICTS } from '@proofmark/schemas';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { brokenTexts, drawReports, IMAGE, LINE } from '../support/drawn.js';
import { reportOf } from '../support/reports.js';
import { Stage, snippet } from '../support/stage.js';

// What each variant is for: a card, a line, and a picture, whatever led to its report.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(() => stage.closePages());
afterAll(() => stage.strike());

const ALL: readonly Report[] = VERDICTS.map((verdict) => reportOf(verdict));
const suspended = (): Report => {
  const report = reportOf('no-longer-current');
  return {
    ...report,
    because: ['suspended'],
    checks: { ...report.checks, 'valid-until': { outcome: 'passed' }, suspended: { outcome: 'failed', code: 'suspended' } },
  };
};

/** A badge that its holder may show in part: what it does not show may be there. */
const partial = (): Report => {
  const report = reportOf('genuine-issuer-unknown', { evidence: [], validUntil: null, hasStatus: false });
  const withheld = { outcome: 'not-applicable', reason: 'may-be-withheld' } as const;
  return { ...report, evidence: [], checks: { ...report.checks, evidence: withheld, revoked: withheld, 'valid-until': withheld } };
};

describe('a card', () => {
  it.each([448, 390, 320])('is at most 220 px high when it is folded, at %d px', async (width) => {
    const { page } = await drawReports(stage, [...ALL, suspended()], { width });
    const heights = await page.locator('proofmark-badge').evaluateAll((all) => all.map((badge) => badge.getBoundingClientRect().height));
    expect(heights.filter((height) => height > 220)).toEqual([]);
  });

  it.each(['de', 'es', 'fr', 'nl'])('is no higher at 320 px, and breaks no word at 160, in %s', async (lang) => {
    const { page } = await drawReports(stage, ALL, { width: 320, root: `lang="${lang}"` });
    await page
      .locator(`proofmark-badge [part=card][lang=${lang}]`)
      .nth(ALL.length - 1)
      .waitFor();
    const heights = await page.locator('proofmark-badge').evaluateAll((all) => all.map((badge) => badge.getBoundingClientRect().height));
    expect(heights.filter((height) => height > 220)).toEqual([]);
    const narrow = await drawReports(stage, ALL, { width: 160, root: `lang="${lang}"` });
    await narrow.page
      .locator(`proofmark-badge [part=card][lang=${lang}]`)
      .nth(ALL.length - 1)
      .waitFor();
    expect(await brokenTexts(narrow.page)).toEqual([]);
  });

  it.each([160, 200, 320])('breaks no word and stays in its place at %d px', async (width) => {
    const { page } = await drawReports(stage, ALL, { width });
    expect(await brokenTexts(page)).toEqual([]);
  });

  it('shows the whole outline of the link to its work', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')]);
    const link = page.locator('proofmark-badge .short-work a');
    await link.focus();
    const room = await link.evaluate((node) => {
      const { outlineWidth, outlineOffset } = getComputedStyle(node);
      const [inner, outer] = [node.getBoundingClientRect(), (node.parentElement as Element).getBoundingClientRect()];
      const needed = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
      return Math.min(inner.top - outer.top, outer.bottom - inner.bottom, inner.left - outer.left) - needed;
    });
    expect(room).toBeGreaterThanOrEqual(0);
  });

  it('keeps its width where the page would let it shrink to its content', async () => {
    const { page } = await drawReports(stage, [reportOf('test')], { css: '.box { display: inline-block; }' });
    expect((await page.locator('proofmark-badge').boundingBox())?.width).toBe(448);
  });

  it('is read as name, person and host, verdict, work, fold and way out', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')]);
    expect(await page.locator('proofmark-badge').ariaSnapshot()).toBe(`- article:
  - heading "Web API design" [level=3]
  - paragraph: Ada Example · badges.example
  - status:
    - strong: Signed by badges.example, unaltered. Nobody you trust has said who that is.
  - paragraph:
    - text: The work
    - link "Bookshop API":
      - /url: https://git.example/ada/bookshop/tree/${'a1'.repeat(20)}
    - text: opens git.example and 1 more piece of work
  - group: Work and details
  - paragraph:
    - link "Check it yourself at check.example":
      - /url: https://check.example/`);
  });

  it.each(['grid', 'flex'])('makes no page wider than it is where its parent is a %s', async (display) => {
    const { page } = await drawReports(stage, ALL, {
      css: `.box { display: ${display}; }`,
      browser: { viewport: { width: 320, height: 640 } },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('shows the work first when it is unfolded, and loads what it shows only then', async () => {
    const { page, requested } = await drawReports(stage, [reportOf('genuine-issuer-unknown')]);
    expect(requested.filter((url) => url.includes('proofmark-badge-more'))).toEqual([]);
    await page.getByText('Work and details').click();
    await page.locator('proofmark-badge [part=checks]').waitFor();
    const order = await page
      .locator('proofmark-badge .more')
      .evaluate((fold) => [...fold.querySelectorAll('[part]')].map((node) => node.getAttribute('part')));
    expect(order).toEqual(['evidence', 'work', 'work', 'issuer', 'dates', 'checks']);
  });

  it('says what its holder may have left out, and not that there is none', async () => {
    const { page } = await drawReports(stage, [partial()]);
    await page.getByText('It shows no work, but its holder may have left some out.').waitFor();
    await page.getByText('Work and details').click();
    await page.locator('proofmark-badge [part=checks]').waitFor();
    const text = (await page.locator('proofmark-badge [part=card]').allInnerTexts()).join();
    expect(text).toContain('nobody can see whether it was withdrawn');
    expect(text).toContain('None shown; its holder may have left it out');
    expect(text).not.toMatch(/No work is attached|publishes no list|No end date/);
  });

  it('says of a suspended badge that it may count again, and not that it still shows anything', async () => {
    const { page } = await drawReports(stage, [suspended()]);
    await page.getByText('Work and details').click();
    await page.getByText('It does not count for now.').waitFor();
    await page.locator('proofmark-badge [part=checks]').waitFor();
    const text = (await page.locator('proofmark-badge [part=card]').allInnerTexts()).join();
    expect(text).not.toContain('It may still show what was true then');
  });
});

describe('a line', () => {
  it('is at most one and a half letters high, and does not move the lines of its text', async () => {
    const { page } = await drawReports(stage, ALL, { ...LINE, css: 'p { font-size: 20px; line-height: 1.5; }' });
    const heights = await page.locator('proofmark-badge').evaluateAll((all) => all.map((badge) => badge.getBoundingClientRect().height));
    expect(heights.filter((height) => height > 30 || height < 20)).toEqual([]);
    expect(await page.locator('p').evaluateAll((all) => all.map((text) => text.getBoundingClientRect().height % 30))).toEqual(
      ALL.map(() => 0),
    );
  });

  it.each([160, 240, 448])('shows its verdict whole at %d px', async (width) => {
    const { page } = await drawReports(stage, ALL, { ...LINE, width, around: (badge) => `<p>${badge}</p>` });
    expect(await brokenTexts(page)).toEqual([]);
    const cut = await page
      .locator('proofmark-badge [part=verdict]')
      .evaluateAll((all) => all.filter((node) => node.getBoundingClientRect().height === 0).length);
    expect(cut).toBe(0);
  });

  it('says in two or three words what decided', async () => {
    const { page } = await drawReports(stage, [...ALL, suspended()], LINE);
    const words = await page.locator('proofmark-badge [part=verdict] > [aria-hidden=true]:not(svg)').allInnerTexts();
    expect(words).toEqual(['withdrawn', 'not readable', 'check not finished', 'expired', 'only a test', 'signed', 'genuine', 'suspended']);
  });

  it('says all of its verdict to a pointer that rests on it', async () => {
    const { page } = await drawReports(stage, [reportOf('do-not-rely')], LINE);
    expect(await page.locator('proofmark-badge [part=verdict] [title]').getAttribute('title')).toBe(
      'Do not rely on this badge. The issuer has withdrawn it.',
    );
  });

  it('leads to the check, and is read as name, verdict and way out', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')], LINE);
    const link = page.getByRole('link', { name: 'Web API design Check it yourself at check.example' });
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/check\.example\//);
    expect(await page.getByRole('status').textContent()).toContain('Signed by badges.example, unaltered.');
  });

  it('is read as name, way out and verdict', async () => {
    const { page } = await drawReports(stage, [reportOf('do-not-rely')], LINE);
    expect(await page.locator('proofmark-badge').ariaSnapshot()).toBe(`- link "Web API design Check it yourself at check.example":
  - /url: https://check.example/
- status: Do not rely on this badge. The issuer has withdrawn it.`);
  });

  it('keeps its verdict when the language of the page changes to one that has no texts of its own', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')], LINE);
    await page.locator('proofmark-badge').evaluate((badge) => badge.setAttribute('lang', 'it'));
    await page.waitForFunction(() => document.querySelector('proofmark-badge')?.shadowRoot?.querySelector('[part=verdict]') !== null);
    expect(await page.getByRole('status').textContent()).toContain('Signed by badges.example');
  });

  it('keeps its verdict when the language of the whole page changes above it', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')], LINE);
    await page.locator('proofmark-badge').evaluate(async (badge) => {
      document.documentElement.lang = 'de';
      const drawn = badge as HTMLElement & { requestUpdate(): void; readonly updateComplete: Promise<boolean> };
      drawn.requestUpdate();
      await drawn.updateComplete;
    });
    expect(await page.locator('proofmark-badge [part=verdict]').count()).toBe(1);
  });

  it('leaves the fallback alone until there is a verdict, and where there is none', async () => {
    const opened = await stage.open(
      stage.hostPage(
        `<p>I wrote <proofmark-badge variant="line" loading="eager" src="${stage.issuer.origin}/credentials/none"><a href="/b">Badge: Web API design</a></proofmark-badge></p>`,
      ),
    );
    await opened.page.getByText('not checked').waitFor();
    expect(await opened.page.getByRole('link', { name: 'Badge: Web API design' }).isVisible()).toBe(true);
  });
});

describe('a picture', () => {
  it('bears the mark of its verdict, and is read with all that the card says', async () => {
    const { page } = await drawReports(stage, ALL, IMAGE);
    const shapes = await page.locator('proofmark-badge [part=verdict] svg').evaluateAll((icons) => icons.map((icon) => icon.innerHTML));
    expect(new Set(shapes).size).toBe(VERDICTS.length);
    const said = await page.getByRole('status').allTextContents();
    expect(said[0]).toContain('Do not rely on this badge. The issuer has withdrawn it.');
    expect(await page.getByRole('link', { name: 'Web API design Check it yourself at check.example' }).count()).toBe(VERDICTS.length);
    const boxes = await page.locator('proofmark-badge').evaluateAll((all) => all.map((badge) => badge.getBoundingClientRect().width));
    expect(new Set(boxes)).toEqual(new Set([96]));
  });

  it('shows the name where there is no picture, and where it does not come', async () => {
    const without = reportOf('genuine-issuer-unknown', { image: null });
    const broken = reportOf('genuine-issuer-unknown', { image: 'data:image/png;base64,AAAA' });
    const { page } = await drawReports(stage, [without, broken], IMAGE);
    await expect.poll(() => page.locator('proofmark-badge img').count()).toBe(0);
    for (const title of await page.locator('proofmark-badge .title').all()) {
      expect(await title.evaluate((node) => getComputedStyle(node).clipPath)).toBe('none');
    }
  });

  it('is read as name, way out and verdict', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-confirmed')], IMAGE);
    expect(await page.locator('proofmark-badge').ariaSnapshot()).toBe(`- link "Web API design Check it yourself at check.example":
  - /url: https://check.example/
- status: Genuine, and the issuer is on your list. It is unchanged since its issuer signed it. It has not been withdrawn.`);
  });

  it('is as large as the page wants', async () => {
    const { page } = await drawReports(stage, [reportOf('test')], { ...IMAGE, css: 'proofmark-badge { --proofmark-image-size: 160px; }' });
    expect((await page.locator('proofmark-badge .frame').boundingBox())?.width).toBe(160);
  });
});

it.each(['line', 'image'])('the variant %s has one live region, into which its verdict comes', async (variant) => {
  const badge = await stage.issuer.issue();
  const { page } = await stage.open('about:blank');
  let answer: () => void = () => {};
  const asked = new Promise<void>((done) => {
    answer = done;
  });
  await page.route(badge.url, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(stage.hostPage(snippet(badge.url, `variant="${variant}"`)));
  const region = page.locator('proofmark-badge [role=status]');
  await region.waitFor({ state: 'attached' });
  const before = await region.elementHandle();
  expect(await before?.textContent()).toBe('');
  answer();
  await page.locator('proofmark-badge [part=verdict]').waitFor();
  expect(await region.count()).toBe(1);
  expect(await region.evaluate((after, node) => after === node, before)).toBe(true);
  expect(await before?.textContent()).toContain('unaltered');
});

it('loads what draws a line or a picture only for those, and once', async () => {
  const badge = await stage.issuer.issue();
  const of = (requested: readonly string[]): readonly string[] => requested.filter((url) => url.includes('proofmark-badge-variants'));
  const card = await stage.open(stage.hostPage(snippet(badge.url)));
  await card.page.locator('proofmark-badge [part=verdict]').waitFor();
  expect(of(card.requested)).toEqual([]);
  const body = `${snippet(badge.url, 'variant="line"')}${snippet(badge.url, 'variant="image"')}`;
  const other = await stage.open(stage.hostPage(body, { root: 'lang="de"' }));
  await other.page.locator('proofmark-badge [part=verdict]').nth(1).waitFor();
  expect(of(other.requested)).toHaveLength(1);
  expect(await other.page.locator('proofmark-badge [part=verdict]').first().textContent()).toContain('signiert');
  expect(other.complaints).toEqual([]);
});
