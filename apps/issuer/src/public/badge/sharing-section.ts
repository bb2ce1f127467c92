import { type Addresses, badgeAddress } from '../layout/addresses.js';
import { type Html, html } from '../layout/html.js';
import type { BadgePage } from './badge-page-content.js';
import { linkedInAddress } from './linkedin.js';
import { htmlSnippet, markdownSnippet } from './snippets.js';

/** What a learner takes away: the badge in its forms, and texts to paste. Every text can be selected without JavaScript. */
export function takeAwaySection(page: BadgePage, at: Addresses): Html {
  const address = badgeAddress(page, at);
  const path = `${at.root}/credentials/${page.id}`;
  const shareable = page.state.kind !== 'withdrawn' && !page.test;
  // A profile lists what counts: an expired badge is shown as one, and not added as a certificate.
  const current = page.state.kind === 'standing';
  return html`<section class="take-away" aria-labelledby="take-away">
<h2 id="take-away">Take it with you</h2>
<h3>Download</h3>
<ul class="downloads">
<li><a href="${path}.png" download>PNG image</a> <span>with the badge inside</span></li>
<li><a href="${path}.svg" download>SVG image</a> <span>with the badge inside</span></li>
<li><a href="${path}.json" download>JSON</a> <span>the signed badge itself</span></li>
${page.hasJwt ? html`<li><a href="${path}.jwt" download>JWT</a> <span>the same badge for wallets that take tokens</span></li>` : null}
</ul>
<p class="limits">Social networks and photo apps strip the badge out of an image. Keep the downloaded file; the picture alone proves nothing.</p>
${
  shareable
    ? html`<h3>Show it</h3>
${
  current
    ? html`<p><a href="${linkedInAddress(page.badge, page.organizationId, address)}" rel="noopener noreferrer nofollow">Add it to a LinkedIn profile</a>
<span class="host">www.linkedin.com</span></p>`
    : null
}
${snippet('link', 'Link', address, 1)}
${snippet('embed', 'For a web page (the badge is checked in the visitor’s browser)', htmlSnippet(page, at), 6)}
${at.script === null ? null : snippet('embed-updating', 'The same with a script that updates itself, and so without an integrity check', htmlSnippet(page, at, null), 5)}
${snippet('markdown', 'Markdown, for a README', markdownSnippet(page, at), 3)}`
    : snippet('link', 'Link', address, 1)
}
</section>`;
}

function snippet(id: string, label: string, text: string, rows: number): Html {
  return html`<div class="snippet" data-copy>
<label for="${`snippet-${id}`}">${label}</label>
<textarea id="${`snippet-${id}`}" rows="${rows}" readonly spellcheck="false" dir="ltr">${text}</textarea>
</div>`;
}
