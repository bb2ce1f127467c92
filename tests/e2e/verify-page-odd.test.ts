import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import type { BadgeWishes, ServedBadge } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

// Badges that are honest and odd: the layout holds, and the words are true.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const WIDTHS = [320, 390, 1280];

const achievement = (more: object): NonNullable<BadgeWishes['achievement']> => ({
  id: `${stage.issuer.origin}/achievements/odd`,
  name: 'Web API design',
  description: 'Designs and builds a small web service.',
  criteria: { narrative: 'A working service, reviewed by an assessor.' },
  ...more,
});

/** A badge as a reader meets it who follows a link. */
async function follow({ url }: ServedBadge, width: number): Promise<CheckerPage> {
  const checker = await CheckerPage.open(stage, `#url=${encodeURIComponent(url)}`, { viewport: { width, height: 844 } });
  expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  return checker;
}

const fits = ({ page }: CheckerPage): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Where the answer ends, in pixels from the top. */
async function endOfAnswer(checker: CheckerPage): Promise<number> {
  const box = await checker.genuine().locator('.tile-answer').boundingBox();
  return (box?.y ?? 1000) + (box?.height ?? 0);
}

describe.each([
  ['300 letters', 'Ada '.repeat(75).trim()],
  ['300 letters without a space', 'x'.repeat(300)],
  ['right to left', 'עדה לאבלייס عائشة بنت محمد '.repeat(11).trim()],
  ['many marks', `A${'\u0301'.repeat(60)}da ${'Z\u0351\u0300\u0489'.repeat(60)}`],
])('names of %s', (_, text) => {
  it('keep the page in its width, and the answer on the first screen of a phone', async () => {
    const badge = await stage.issuer.issue({ recipientName: text, issuerName: text, achievement: achievement({ name: text }) });
    for (const width of WIDTHS) {
      const checker = await follow(badge, width);
      expect(await fits(checker), `${width}`).toBe(true);
      if (width === 390) expect(await endOfAnswer(checker)).toBeLessThan(600);
      for (const summary of await checker.page.locator('summary').all()) await summary.click();
      expect(await fits(checker), `${width}, unfolded`).toBe(true);
      expect(await accessibilityProblems(checker.page)).toEqual([]);
    }
  });
});

describe('a badge', () => {
  it('without a picture has none, and no empty place for it', async () => {
    const checker = await follow(await stage.issuer.issue(), 390);
    expect(await checker.page.locator('.hero img').count()).toBe(0);
  });

  it('whose picture is broken loses it, and nothing else', async () => {
    const badge = await stage.issuer.issue({ achievement: achievement({ image: { id: `${stage.issuer.origin}/nothing.png` } }) });
    const checker = await follow(badge, 390);
    await expect.poll(() => checker.page.locator('.hero img').count()).toBe(0);
    expect(await checker.page.locator('.badge-name').textContent()).toContain('Web API design');
  });

  it('with twenty skills names them all, each whole', async () => {
    const kinds = ['REST', 'Observability', 'Database migrations', 'Threat modelling'];
    const alignment = Array.from({ length: 20 }, (_, index) => ({
      targetName: `${kinds[index % 4]} ${index + 1}`,
      targetUrl: `https://skills.example/${index}`,
    }));
    const badge = await stage.issuer.issue({ achievement: achievement({ alignment }) });
    for (const width of WIDTHS) {
      const checker = await follow(badge, width);
      const chips = checker.page.locator('[aria-labelledby=abilities] .chips li');
      expect(await chips.count()).toBe(20);
      expect(await fits(checker)).toBe(true);
      const lines = await chips.evaluateAll((all) => all.map((chip) => chip.getBoundingClientRect().height));
      expect(Math.max(...lines)).toBeLessThan(60);
    }
  });

  it('with ten pieces of work shows three, and the others when they are asked for', async () => {
    const evidence = Array.from({ length: 10 }, (_, index) => ({ id: `https://work.example/${index}`, name: `Piece ${index + 1}` }));
    const badge = await stage.issuer.issue({ evidence });
    for (const width of WIDTHS) {
      const checker = await follow(badge, width);
      await checker.page.locator('.work li').first().waitFor();
      expect(await checker.page.locator('.work li:visible h3').count()).toBe(3);
      await checker.page.getByText('7 more pieces of work').click();
      expect(await checker.page.locator('.work li:visible h3').count()).toBe(10);
      expect(await fits(checker)).toBe(true);
    }
  });

  it('without work says that it states an achievement and does not show it', async () => {
    const checker = await follow(await stage.issuer.issue({ evidence: [] }), 390);
    const tile = checker.page.locator('.tile[aria-labelledby=work]');
    expect(await tile.textContent()).toContain('It states an achievement; it does not show it.');
    expect(await tile.getAttribute('data-tone')).toBe('none');
    expect(await checker.page.locator('#projects').count()).toBe(0);
  });
});
