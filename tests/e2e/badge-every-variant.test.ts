import { type Report, VERDICTS } from '@proofmark/schemas';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { brokenTexts, drawReports, IMAGE, LINE } from '../support/drawn.js';
import { reportOf } from '../support/reports.js';
import { Stage } from '../support/stage.js';

// What holds for every variant: readers of every kind, pages that would change a verdict, and texts of every kind.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(() => stage.closePages());
afterAll(() => stage.strike());

const ALL: readonly Report[] = VERDICTS.map((verdict) => reportOf(verdict));

describe.each([
  ['card', { attributes: '' }],
  ['line', LINE],
  ['image', IMAGE],
] as const)('the variant %s', (variant, how) => {
  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['forced colours', { forcedColors: 'active' as const }],
    ['at 320 px', { viewport: { width: 320, height: 640 } }],
    ['at 200 %', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }],
  ])('is accessible, and nobody scrolls sideways: %s', async (_, browser) => {
    const { page } = await drawReports(stage, ALL, { ...how, browser });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('is mirrored from right to left, and moves nothing for those who want no motion', async () => {
    const { page } = await drawReports(stage, ALL, { ...how, root: 'lang="ar" dir="rtl"', browser: { reducedMotion: 'reduce' } });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await brokenTexts(page)).toEqual([]);
    const sides = await page.locator('proofmark-badge').evaluateAll((all) =>
      all.map((badge) => {
        const card = badge.shadowRoot?.querySelector('[part=verdict]')?.getBoundingClientRect();
        const icon = badge.shadowRoot?.querySelector('[part=verdict] svg')?.getBoundingClientRect();
        return card && icon ? card.right - icon.right <= icon.left - card.left : false;
      }),
    );
    expect(sides).toEqual(ALL.map(() => true));
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('is reached with the keyboard, and its outline is seen', async () => {
    const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')], how);
    const stops: string[] = [];
    for (let turn = 0; turn < (variant === 'card' ? 3 : 1); turn += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const inner = document.activeElement?.shadowRoot?.activeElement;
          return `${inner?.localName}: ${inner && getComputedStyle(inner).outlineStyle}`;
        }),
      );
    }
    expect(stops).toEqual(variant === 'card' ? ['a: solid', 'summary: solid', 'a: solid'] : ['a: solid']);
  });

  it.each(['light', 'dark'])('keeps the colours of its verdicts on a page that would swap them: %s', async (theme) => {
    const colours = async (css: string): Promise<unknown> => {
      const { page } = await drawReports(stage, ALL, { ...how, attributes: `${how.attributes} theme="${theme}"`, css });
      return page.locator('proofmark-badge [part=verdict]').evaluateAll((all) =>
        all.map((node) => {
          const { color, backgroundColor, filter, boxShadow, borderColor, opacity, mixBlendMode, outlineStyle, borderImageSource } =
            getComputedStyle(node);
          const icon = node.querySelector('svg');
          const letters = [node, ...node.querySelectorAll('*')]
            .map((text) => getComputedStyle(text))
            .map((style) => style.webkitTextFillColor === style.color);
          return [
            color,
            backgroundColor,
            filter,
            icon && getComputedStyle(icon).stroke,
            boxShadow,
            borderColor,
            opacity,
            mixBlendMode,
            outlineStyle,
            borderImageSource,
            letters,
          ];
        }),
      );
    };
    const swapped = `proofmark-badge { --pm-good: #a3241d !important; --pm-bad: #0b6b40 !important; --pm-open: #0b6b40 !important; --pm-bad-bg: #e6f5ed !important;
      --proofmark-accent: #0b6b40; --proofmark-text: #0b6b40; color: #0b6b40 !important; -webkit-text-fill-color: #0b6b40 !important; }
      proofmark-badge::part(verdict) { color: #0b6b40 !important; background: #e6f5ed !important; filter: hue-rotate(120deg) !important;
        box-shadow: inset 0 0 0 99px #0b6b40 !important; border-color: #0b6b40 !important; opacity: 0.1 !important; mix-blend-mode: difference !important; outline: 9px solid #0b6b40 !important; border-image: linear-gradient(#0b6b40, #0b6b40) 1 !important;
        -webkit-text-fill-color: #0b6b40 !important; }`;
    const own = (await colours('')) as unknown[][];
    expect(await colours(swapped)).toEqual(own);
    // Green is for one verdict alone.
    expect(new Set(own.map(([color]) => color)).size).toBe(4);
    expect(own.filter(([color]) => color === own.at(-1)?.[0])).toHaveLength(1);
  });

  it('is light or dark as it is told, on a page of the other kind', async () => {
    const look = async (theme: string, colorScheme: 'light' | 'dark'): Promise<unknown> => {
      const { page } = await drawReports(stage, ALL.slice(0, 1), {
        ...how,
        attributes: `${how.attributes} theme="${theme}"`,
        browser: { colorScheme },
      });
      return page.locator('proofmark-badge [part=verdict]').evaluate((node) => getComputedStyle(node).color);
    };
    expect(await look('dark', 'light')).toBe(await look('auto', 'dark'));
    expect(await look('light', 'dark')).toBe(await look('auto', 'light'));
    expect(await look('auto', 'dark')).not.toBe(await look('auto', 'light'));
  });

  it('holds with names that are long, turn the direction of texts, or stack marks, with much work and with none', async () => {
    const name = (text: string): Report => reportOf('genuine-issuer-unknown', { name: text, recipient: { id: null, name: text } });
    const work = (count: number): Report => {
      const evidence = Array.from({ length: count }, (_, index) => ({
        id: `https://git.example/ada/work-${index}`,
        name: `Work number ${index}`,
        narrative: null,
        genre: null,
        mediaType: null,
        digestMultibase: null,
      }));
      const facts = evidence.map(
        ({ id }) => ({ id, pinned: 'yes', sameBytes: 'not-checked', kept: 'not-checked', theirs: 'not-checked' }) as const,
      );
      return { ...reportOf('genuine-issuer-unknown', { evidence, skills: [] }), evidence: facts };
    };
    const reports = [
      name('Design of services for the web and what follows from it '.repeat(6).slice(0, 300)),
      name('W'.repeat(300)),
      name('تصميم واجهات الويب \u202eezilaer'),
      name('Z\u0351\u0351\u0351\u0351\u0351\u0351\u0351\u0351a\u0302\u0302\u0302\u0302\u0302\u0302lgo '.repeat(20)),
      work(10),
      work(0),
      reportOf('genuine-issuer-unknown', { image: null }),
    ];
    const { page } = await drawReports(stage, reports, { ...how, width: 320 });
    const boxes = await page.locator('proofmark-badge').evaluateAll((all) => all.map((badge) => badge.getBoundingClientRect().toJSON()));
    for (const { width, height } of boxes) expect([width <= 320, height <= 220]).toEqual([true, true]);
    const outside = await page
      .locator('proofmark-badge')
      .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length);
    expect(outside).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('never shows an impostor’s name in green, nor as a fact', async () => {
    const impostor = reportOf('genuine-issuer-unknown', {
      name: 'MSc Computer Science',
      issuer: { id: 'did:web:evil.example', name: 'Stanford University ✓', url: 'https://stanford.edu' },
    });
    const { page } = await drawReports(stage, [impostor, reportOf('genuine-issuer-confirmed')], how);
    const colour = (index: number): Promise<string> =>
      page
        .locator('proofmark-badge [part=verdict]')
        .nth(index)
        .evaluate((node) => getComputedStyle(node).color);
    expect(await colour(0)).not.toBe(await colour(1));
    const first = page.locator('proofmark-badge').first().locator('[part=card]');
    expect((await first.allInnerTexts()).join()).not.toContain('Stanford');
    expect(await first.textContent()).toContain('evil.example');
  });
});
