import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { Stage, snippet } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

describe('the page around a badge', () => {
  it('may have the strictest policy, and hears no complaint', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(stage.hostPage(snippet(badge.url)));
    await opened.page.locator('proofmark-badge [data-verdict=genuine-issuer-unknown]').waitFor();
    expect(opened.complaints).toEqual([]);
    expect(await opened.page.evaluate(() => document.querySelectorAll('style, [style]').length)).toBe(0);
    const drawn = await opened.page.locator('proofmark-badge [part=card]').evaluate((card) => getComputedStyle(card).display);
    expect(drawn).toBe('grid');
  });

  it('makes nobody be asked whom the badge does not name', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(stage.hostPage(snippet(badge.url)));
    await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
    const hosts = new Set(opened.requested.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).host));
    expect([...hosts].sort()).toEqual([new URL(stage.issuer.origin).host, new URL(opened.page.url()).host].sort());
    // Hosts that answer GET with CORS often do not answer a preflight: nothing we send may need one.
    expect(stage.issuer.asked.filter((line) => line.startsWith('OPTIONS'))).toEqual([]);
  });

  it('shows the link and the image to a reader without JavaScript', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(snippet(badge.url)), { javaScriptEnabled: false });
    const link = page.getByRole('link', { name: 'Badge: Web API design' });
    expect(await link.getAttribute('href')).toBe(badge.url);
    expect(await page.getByRole('img', { name: 'Badge: Web API design' }).isVisible()).toBe(true);
  });

  it('keeps the fallback when the script itself does not come', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open('about:blank');
    await opened.page.route('**/embed/**', (route) => route.abort());
    await opened.page.goto(stage.hostPage(snippet(badge.url)));
    expect(await opened.page.getByRole('img', { name: 'Badge: Web API design' }).isVisible()).toBe(true);
  });

  it('pays for no badge that nobody has scrolled to', async () => {
    const badge = await stage.issuer.issue();
    const far = Array.from({ length: 200 }, (_, line) => `<p>Line ${line}</p>`).join('');
    const { page, requested } = await stage.open(stage.hostPage(`${far}${snippet(badge.url)}`));
    await page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    // Two frames: an observer that sees the badge would have told by then.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(requested).not.toContain(badge.url);
    await page.locator('proofmark-badge').scrollIntoViewIfNeeded();
    await page.locator('proofmark-badge [part=verdict]').waitFor();
    expect(requested).toContain(badge.url);
  });

  it('hears about the badge by events from the element', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open('about:blank');
    await opened.page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      for (const name of ['badge-load', 'badge-verdict', 'badge-error'] as const) {
        document.addEventListener(name, (event) => {
          const { detail, composed, target } = event as CustomEvent;
          heard.push([name, (target as Element).localName, composed, detail.verdict ?? detail.code ?? detail.mediaType]);
        });
      }
    });
    await opened.page.goto(
      stage.hostPage(
        `${snippet(badge.url)}${snippet(`${stage.issuer.origin}/credentials/none`, 'loading="eager"')}${snippet('javascript:alert(1)', 'loading="eager"')}`,
      ),
    );
    await opened.page.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length >= 5);
    const heard = (await opened.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)) as unknown[][];
    expect(new Set(heard.map((event) => event.join())).size).toBe(heard.length);
    expect(heard).toContainEqual(['badge-load', 'proofmark-badge', true, 'application/vc']);
    expect(heard).toContainEqual(['badge-verdict', 'proofmark-badge', true, 'genuine-issuer-unknown']);
    expect(heard).toContainEqual(['badge-error', 'proofmark-badge', true, 'not-loaded']);
    expect(heard).toContainEqual(['badge-error', 'proofmark-badge', true, 'no-source']);
    const verdict = await opened.page.evaluate(() => document.querySelector('proofmark-badge')?.report?.verdict);
    expect(verdict).toBe('genuine-issuer-unknown');
  });

  it('is led to a check that it cannot fake', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(stage.hostPage(snippet(badge.url)));
    const link = opened.page.getByRole('link', { name: /^Check it yourself at localhost/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${stage.issuer.origin}/verify/#url=${encodeURIComponent(badge.url)}`);
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('stays accessible, also with several badges, of which none talks by itself', async () => {
    const one = await stage.issuer.issue();
    const two = await stage.issuer.issue({ name: 'Data basics' });
    const opened = await stage.open(stage.hostPage(`${snippet(one.url)}${snippet(two.url)}`));
    await opened.page.locator('proofmark-badge [part=verdict]').nth(1).waitFor();
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(await opened.page.locator('proofmark-badge [role=status][aria-live=off]').count()).toBe(2);
  });

  it.each([
    ['a wide screen', { width: 1280, height: 720 }, 1],
    ['a wide screen, with much work', { width: 1280, height: 720 }, 3],
    ['a telephone', { width: 390, height: 844 }, 1],
    ['a telephone, with more work', { width: 390, height: 844 }, 2],
  ])('does not jump when the verdict comes: %s', async (_, viewport, count) => {
    const { origin } = stage.issuer;
    const image = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>')}`;
    const badge = await stage.issuer.issue({
      achievement: { id: `${origin}/achievements/1`, name: 'Web API design', description: '…', criteria: { narrative: '…' }, image },
      recipientName: 'Ada Lovelace',
      validUntil: Date.UTC(2040, 0, 1),
      evidence: Array.from({ length: count }, (_, index) => ({
        id: `https://github.com/ada/bookshop-${index}/tree/${'a1'.repeat(20)}`,
        name: `Bookshop, part ${index}`,
        genre: 'Repository',
      })),
    });
    const opened = await stage.open('about:blank', { viewport });
    await opened.page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await opened.page.goto(stage.hostPage(`${snippet(badge.url)}<p>What follows the badge.</p>`));
    const below = opened.page.getByText('What follows the badge.');
    await opened.page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    const before = await below.boundingBox();
    await opened.page.locator('proofmark-badge [part=image]').waitFor();
    // Two frames: a shift is told after the frame that it happened in.
    await opened.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (count === 1 && viewport.width > 1000) expect((await below.boundingBox())?.y).toBe(before?.y);
    expect(await opened.page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.1);
  });
});
