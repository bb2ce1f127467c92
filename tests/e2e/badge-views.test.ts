import { type Report, VERDICTS } from '@proofmark/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import type { Opened } from '../support/browsing.js';
import { reportOf } from '../support/reports.js';
import { Stage, unfold } from '../support/stage.js';

// How reports look, whatever led to them: the element is handed the report and asks nobody.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

/** One page with one badge for each report, unfolded. */
async function draw(reports: readonly Report[], options: Parameters<Stage['open']>[1] = {}, css = ''): Promise<Opened> {
  const body = reports.map(() => '<p><proofmark-badge></proofmark-badge></p>').join('');
  const opened = await stage.open(stage.hostPage(body), options);
  await opened.page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
  await opened.page.evaluate(
    async ([given, more]) => {
      // The host page's own choice of light and dark, without any inline style.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root { color-scheme: light dark; } ${more}`);
      document.adoptedStyleSheets = [sheet];
      for (const [index, badge] of document.querySelectorAll('proofmark-badge').entries()) {
        await badge.updateComplete;
        badge.report = given[index] as Report;
        await badge.updateComplete;
      }
    },
    [reports as readonly unknown[], css] as const,
  );
  await unfold(opened.page);
  await opened.page.locator('proofmark-badge .more details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  return opened;
}

describe('the six verdicts', () => {
  const all = VERDICTS.map((verdict) => reportOf(verdict));

  it('each have words of their own, and none speaks of colours', async () => {
    const { page } = await draw(all);
    const headlines = await page.locator('proofmark-badge .headline').allInnerTexts();
    expect(new Set(headlines).size).toBe(VERDICTS.length);
    // Only the unfinished one can be asked again.
    expect(await page.locator('proofmark-badge button').count()).toBe(1);
    const boxes = await page.locator('proofmark-badge [part=verdict]').allInnerTexts();
    expect(boxes.filter((text) => /green|yellow|\bred\b|checkmark/i.test(text))).toEqual([]);
    const sentences = await page.locator('proofmark-badge .sentence').allInnerTexts();
    expect(sentences.length).toBeGreaterThanOrEqual(5);
    for (const text of sentences) expect(text).toMatch(/^[A-Z].{20,}[.]$/s);
  });

  it('are told apart by their outlines alone', async () => {
    const { page } = await draw(all);
    const shapes = await page.locator('proofmark-badge [part=verdict] svg').evaluateAll((icons) => icons.map((icon) => icon.innerHTML));
    expect(new Set(shapes).size).toBe(VERDICTS.length);
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['forced colours', { forcedColors: 'active' as const }],
  ])('are accessible: %s', async (_name, options) => {
    const { page } = await draw(all, options);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('small screens and large letters', () => {
  const all = VERDICTS.map((verdict) => reportOf(verdict));

  it.each([
    ['320 px wide', { viewport: { width: 320, height: 640 } }, ''],
    ['zoomed to 200 %', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }, ''],
    ['letters twice as large', { viewport: { width: 640, height: 640 } }, ':root { font-size: 200%; }'],
    ['letters twice as large, 320 px wide', { viewport: { width: 320, height: 640 } }, ':root { font-size: 200%; }'],
    ['more space between letters, words and lines', {}, '* { letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5; }'],
  ])('%s: nothing is cut off, and nobody scrolls sideways', async (_, options, css) => {
    const { page } = await draw(all, options, css);
    await page
      .locator('proofmark-badge [data-check=signature]')
      .nth(VERDICTS.length - 1)
      .waitFor();
    const cut = await page.locator('proofmark-badge').evaluateAll((badges) =>
      badges.flatMap((badge) =>
        [...(badge.shadowRoot?.querySelectorAll('article *') ?? [])]
          .filter((node) => node.getBoundingClientRect().right > innerWidth || (node as HTMLElement).scrollWidth > node.clientWidth + 1)
          .filter((node) => node.clientWidth > 1 && !node.closest('svg'))
          .map((node) => `${node.localName}.${node.className}: ${node.textContent?.slice(0, 40)}`),
      ),
    );
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('hostile texts', () => {
  const SCRIPT = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>[x](javascript:window.pwned=1)';
  const LONG = 'W'.repeat(10_000);

  it('stay texts in every field that is shown, and no link or image obeys them', async () => {
    const report = reportOf('genuine-issuer-unknown', {
      id: 'javascript:window.pwned=1',
      name: SCRIPT,
      description: SCRIPT,
      image: 'javascript:window.pwned=1',
      issuer: { id: SCRIPT, name: SCRIPT, url: 'javascript:window.pwned=1' },
      recipient: { id: SCRIPT, name: SCRIPT },
      evidence: [
        { id: 'javascript:window.pwned=1', name: SCRIPT, narrative: SCRIPT, genre: SCRIPT, mediaType: SCRIPT, digestMultibase: SCRIPT },
        { id: 'data:text/html,<script>1</script>', name: null, narrative: null, genre: null, mediaType: null, digestMultibase: null },
      ],
      validFrom: SCRIPT,
      validUntil: SCRIPT,
    });
    const { page, complaints } = await draw([report]);
    const found = await page.locator('proofmark-badge').evaluate((element) => {
      const root = element.shadowRoot;
      return {
        links: [...(root?.querySelectorAll('a:not([part=independent])') ?? [])].map((link) => (link as HTMLAnchorElement).protocol),
        foreign: root?.querySelectorAll('script, [onerror], [onclick], iframe, style, [style]').length,
        images: root?.querySelectorAll('img').length,
        text: root?.textContent?.includes('<img src=x onerror='),
        pwned: (window as unknown as { pwned?: number }).pwned,
      };
    });
    expect(found).toEqual({ links: [], foreign: 0, images: 0, text: true, pwned: undefined });
    expect(complaints).toEqual([]);
  });

  it('stay texts in what an issuer gives as its reason, and in every host and term that a sentence quotes', async () => {
    const withDetail = (verdict: 'do-not-rely' | 'unfinished', checks: Partial<Report['checks']>): Report => {
      const report = reportOf(verdict);
      return { ...report, checks: { ...report.checks, ...checks } };
    };
    const detail = { reason: SCRIPT, date: SCRIPT, host: SCRIPT, suite: SCRIPT, registry: SCRIPT, name: SCRIPT, domain: SCRIPT };
    const { page, complaints } = await draw([
      withDetail('do-not-rely', { revoked: { outcome: 'failed', code: 'revoked', detail } }),
      withDetail('unfinished', {
        'issuer-resolved': { outcome: 'unknown', code: 'issuer-unreachable', detail },
        'issuer-trusted': { outcome: 'passed', detail },
        'issuer-domain': { outcome: 'passed', detail },
      }),
    ]);
    await page.locator('proofmark-badge [data-check=revoked]').nth(1).waitFor();
    const foreign = await page
      .locator('proofmark-badge')
      .evaluateAll((all) =>
        all.map(
          (element) =>
            element.shadowRoot?.querySelectorAll('script, [onerror], iframe, img:not([part=image]), a[href^="javascript"]').length,
        ),
      );
    expect(foreign).toEqual([0, 0]);
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it('neither widen the page nor bury the verdict, however long', async () => {
    const { page } = await draw(
      [
        reportOf('genuine-issuer-unknown', {
          name: LONG,
          issuer: { id: null, name: LONG, url: null },
          recipient: { id: null, name: LONG },
        }),
      ],
      { viewport: { width: 320, height: 700 } },
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.locator('proofmark-badge .more > summary').click();
    expect((await page.locator('proofmark-badge [part=verdict]').boundingBox())?.y).toBeLessThan(400);
  });

  it('cannot turn the direction of what stands beside them', async () => {
    const { page } = await draw([reportOf('do-not-rely', { name: '\u202eenilno ti ylevitisoP\u2066' })]);
    const text = await page.locator('proofmark-badge [part=title]').textContent();
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('load no picture over plain http from elsewhere', async () => {
    const { requested } = await draw([reportOf('genuine-issuer-unknown', { image: 'http://tracker.example/a.png' })]);
    expect(requested.filter((url) => url.includes('tracker'))).toEqual([]);
  });
});
