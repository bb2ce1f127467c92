import type { Addresses } from '../layout/addresses.js';
import { foreignLink } from '../layout/foreign-link.js';
import { foreign } from '../layout/foreign-text.js';
import { type Html, html } from '../layout/html.js';
import type { BadgeView } from './badge-view.js';

/** Who issued: first the host, which the signature can prove, then what the issuer says of itself, marked as that. */
export function issuerSection(badge: BadgeView, slug: string, at: Addresses): Html {
  const { issuer } = badge;
  return html`<section aria-labelledby="issuer" lang="en">
<h2 id="issuer">Who issued it</h2>
<dl>
<div><dt>Issued under</dt><dd><strong>${issuer.host}</strong></dd></div>
<div><dt>Says its name is</dt><dd><a href="${at.root}/issuers/${slug}">${foreign(issuer.name)}</a></dd></div>
${issuer.url === null ? null : html`<div><dt>Says its website is</dt><dd>${foreignLink(issuer.url, issuer.url)}</dd></div>`}
<div><dt>Identifier</dt><dd><code>${issuer.did}</code></dd></div>
</dl>
<p class="limits">A check can show that the badge was signed by this account of ${issuer.host}. It does not show that the name and the website
are really the issuer’s own: those are its own words.</p>
</section>`;
}
