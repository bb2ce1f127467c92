import type { Report } from '@proofmark/schemas';
import type { Page } from 'playwright';
import type { Opened } from './browsing.js';
import type { Stage } from './stage.js';

/** How badges stand on a page. */
export interface Drawn {
  /** Attributes of each badge. */
  readonly attributes?: string;
  /** Style sheet of the host page. */
  readonly css?: string;
  /** Width of the box that each badge stands in, in CSS pixels. */
  readonly width?: number;
  /** Attributes of the root element. */
  readonly root?: string;
  /** What stands around each badge. */
  readonly around?: (badge: string) => string;
  /** What stands around all badges, in place of a box for each. */
  readonly whole?: (badges: string) => string;
  readonly browser?: Parameters<Stage['open']>[1];
}

/** A badge inside of a text. */
export const LINE = {
  attributes: 'variant="line"',
  around: (badge: string): string => `<p>I built its backend ${badge} and wrote its tests.</p>`,
} as const;

/** The picture of a badge alone. */
export const IMAGE = { attributes: 'variant="image"' } as const;

/** A page with one badge for each report, which is handed over: nobody is asked. Waits until all are drawn. */
export async function drawReports(stage: Stage, reports: readonly Report[], options: Drawn = {}): Promise<Opened> {
  const { attributes = '', css = '', width, root, around = (badge) => badge, whole, browser } = options;
  const badge = around(`<proofmark-badge verify="off" checker="https://check.example/" ${attributes}></proofmark-badge>`);
  const body = whole === undefined ? reports.map(() => `<div class="box">${badge}</div>`).join('') : whole(badge.repeat(reports.length));
  const opened = await stage.open(stage.hostPage(body, root === undefined ? {} : { root }), browser);
  await opened.page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
  await opened.page.evaluate(
    ([given, more, box]) => {
      // The host page's own choices, without any inline style.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `:root { color-scheme: light dark; background: Canvas; color: CanvasText; } ${box === null ? '' : `.box { inline-size: ${box}px; }`} ${more}`,
      );
      document.adoptedStyleSheets = [sheet];
      for (const [index, badge] of document.querySelectorAll('proofmark-badge').entries()) badge.report = given[index] as Report;
    },
    [reports as readonly unknown[], css, width ?? null] as const,
  );
  await opened.page.waitForFunction(
    () => ![...document.querySelectorAll('proofmark-badge')].some(({ shadowRoot }) => !shadowRoot?.querySelector('[part=verdict]')),
  );
  return opened;
}

/** Words that a badge breaks over two lines, and texts that are wider than the badge. Hyphens and dots are places where a line may end. */
export const brokenTexts = (page: Page): Promise<readonly string[]> =>
  page.locator('proofmark-badge').evaluateAll((badges) =>
    badges.flatMap((badge) => {
      const root = badge.shadowRoot;
      if (root === null) return ['not drawn'];
      const found: string[] = [];
      const edge = badge.getBoundingClientRect();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.parentElement?.closest('.unseen, style')) continue;
        for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const rects = [...range.getClientRects()];
          if (new Set(rects.map(({ top }) => Math.round(top))).size > 1) found.push(`broken: ${match[0]}`);
        }
      }
      if (badge.scrollWidth > badge.clientWidth + 1 && getComputedStyle(badge).display !== 'inline') found.push('wider than its place');
      for (const node of root.querySelectorAll('[part=verdict], .headline, [part=independent]')) {
        const { left, right } = node.getBoundingClientRect();
        if (left < edge.left - 1 || right > edge.right + 1) found.push(`outside: ${node.textContent}`);
      }
      return found;
    }),
  );
