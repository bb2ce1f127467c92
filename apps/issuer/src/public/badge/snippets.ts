import { type Addresses, badgeAddress, type PinnedScript } from '../layout/addresses.js';
import { html } from '../layout/html.js';
import { plainText } from '../layout/plain-text.js';
import type { BadgePage } from './badge-page-content.js';

/**
 * The tag for any web page. Without JavaScript the picture and its link are what a visitor sees. The script is pinned: a browser runs it only
 * with the very bytes that it had when the text was copied. Without a script at hand, or on demand, it is the one that updates itself.
 */
export function htmlSnippet(page: Pick<BadgePage, 'id' | 'badge'>, at: Addresses, script: PinnedScript | null = at.script): string {
  const address = badgeAddress(page, at);
  const tag =
    script === null
      ? html`<script type="module" src="${`${at.base}/embed/proofmark-badge.js`}"></script>`
      : html`<script type="module" src="${`${at.base}/embed/${script.version}/proofmark-badge.js`}" integrity="${script.integrity}" crossorigin="anonymous"></script>`;
  return html`${tag}
<proofmark-badge src="${address}">
  <a href="${address}"><img src="${address}.svg" alt="Badge: ${plainText(page.badge.title)}" width="160" height="160"></a>
</proofmark-badge>`.toString();
}

/** A picture with a link, for a README. The title cannot leave its place: every sign that Markdown may read is escaped. */
export function markdownSnippet(page: BadgePage, at: Addresses): string {
  const address = badgeAddress(page, at);
  const title = plainText(page.badge.title).replace(/[!-/:-@[-`{-~]/g, '\\$&');
  return `[![Badge: ${title}](${address}.svg)](${address})`;
}
