import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, snippet } from '../support/stage.js';

// DOMPurify is what many editors and portals clean texts of people with.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

interface Purify {
  sanitize(html: string, options?: object): string;
}

describe('a snippet that DOMPurify has cleaned', () => {
  it('is the link with the picture; where the tag is allowed, it is the element', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage('<div id="post"></div>'));
    await page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    // By the protocol of the debugger, which the policy of the page does not bind.
    const source = readFileSync(createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js'), 'utf8');
    await page.evaluate(source);
    const put = (options: object): Promise<void> =>
      page.evaluate(
        ([html, how]) => {
          const { DOMPurify } = window as unknown as { DOMPurify: Purify };
          const post = document.querySelector('#post') as HTMLElement;
          post.innerHTML = DOMPurify.sanitize(html, how);
        },
        [`<script src="/x.js"></script>${snippet(badge.url)}`, options] as const,
      );
    await put({});
    expect(await page.locator('#post script, #post proofmark-badge').count()).toBe(0);
    const link = page.locator('#post').getByRole('link', { name: 'Badge: Web API design' });
    expect(await link.getAttribute('href')).toBe(badge.url);
    expect(await link.getByRole('img').count()).toBe(1);
    await put({ ADD_TAGS: ['proofmark-badge'], ADD_ATTR: ['variant', 'theme'] });
    await page.locator('proofmark-badge [data-verdict=genuine-issuer-unknown]').waitFor();
  });
});
