import { type Addresses, badgeAddress, type PinnedScript } from '../layout/addresses.js';
import { type Html, html } from '../layout/html.js';
import { plainText } from '../layout/plain-text.js';
import type { BadgePage, BadgeView } from './badge-view.js';

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

/** The form of LinkedIn in which a person adds a certificate to the own profile, filled in. Nothing is sent until it is opened. */
export function linkedInAddress(badge: BadgeView, organizationId: string | null, address: string): string {
  const parameters = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: plainText(badge.title),
    ...(organizationId === null ? { organizationName: plainText(badge.issuer.name) } : { organizationId }),
    certUrl: address,
  });
  addMonth(parameters, 'issue', badge.validFrom);
  addMonth(parameters, 'expiration', badge.validUntil);
  return `https://www.linkedin.com/profile/add?${parameters.toString()}`;
}

function addMonth(parameters: URLSearchParams, name: string, date: Date | null): void {
  if (date === null) return;
  parameters.set(`${name}Year`, String(date.getUTCFullYear()));
  parameters.set(`${name}Month`, String(date.getUTCMonth() + 1));
}
