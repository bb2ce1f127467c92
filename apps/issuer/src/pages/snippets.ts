import { type Addresses, badgeAddress } from './addresses.js';
import type { BadgePage } from './badge-page-content.js';
import { html } from './html.js';
import { plainText } from './plain-text.js';

/** The tag for any web page. Without JavaScript the picture and its link are what a visitor sees. */
export function htmlSnippet(page: BadgePage, at: Addresses): string {
  const address = badgeAddress(page, at);
  return html`<script type="module" src="${`${at.base}/embed/proofmark-badge.js`}"></script>
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
