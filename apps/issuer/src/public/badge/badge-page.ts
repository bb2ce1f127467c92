import { endorsementsSection } from '../endorsement/endorsements.js';
import { workSection } from '../evidence/evidence-section.js';
import { type Addresses, badgeAddress, checkLink } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { inWords, moment } from '../layout/dates.js';
import { foreign, foreignLines } from '../layout/foreign.js';
import { dataBlock, type Html, html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import { plainText, shorten } from '../layout/plain-text.js';
import { oembedAddress } from '../oembed.js';
import { aboutSection, datesSection, issuerSection, recipientSection, resultsSection, skillsSection } from './badge-sections.js';
import type { BadgePage, BadgeState, BadgeView, Versions } from './badge-view.js';
import { takeAwaySection } from './sharing.js';
import { structuredData } from './structured-data.js';

/**
 * The issuer's own page of a badge, the work first. It reports what the badge says and never that it is verified: the
 * one who serves the page cannot be the witness.
 */
export function badgePage(page: BadgePage, at: Addresses, assets: PageAssets): string {
  const { badge, state, id } = page;
  const withdrawn = state.kind === 'withdrawn';
  const main = html`
${page.test ? html`<p class="notice test"><strong>TEST badge.</strong> It was made to try the system out. It says nothing about anybody.</p>` : null}
<article class="badge ${withdrawn ? 'is-withdrawn' : null}" lang="${badge.language ?? 'en'}">
<div class="badge-title">
<img src="${at.root}/credentials/${id}.svg" alt="Badge: ${plainText(badge.title)}" width="160" height="160">
<div>
<p class="kicker" lang="en">Badge</p>
<h1>${foreign(badge.title)}</h1>
<p class="lead" lang="en">Issued under <strong>${badge.issuer.host}</strong>${badge.validFrom === null ? null : html` on <time datetime="${badge.validFrom.toISOString()}">${inWords(badge.validFrom)}</time>`}.
This page belongs to the issuer: it shows what the badge says, and cannot vouch for it.</p>
<p class="actions" lang="en"><a class="button" href="${checkLink(at, id)}">Check this badge</a></p>
</div>
</div>
${stateNotice(state, badge)}
${versionNotice(page.versions, at)}
${workSection(badge, page.known)}
${endorsementsSection(page.endorsements, id, at)}
${issuerSection(badge, page.slug, at)}
${recipientSection(badge)}
${datesSection(badge, state)}
${resultsSection(badge)}
${skillsSection(badge)}
${aboutSection(badge)}
<p class="print-only" lang="en">This badge stands at ${badgeAddress({ id }, at)} and can be checked at ${`${at.base}/verify/`}</p>
</article>
${takeAwaySection(page, at)}`;
  return layout(
    {
      title: `${badge.title} – badge issued under ${badge.issuer.host}`,
      main,
      head: badgeHead(page, at),
      bodyClass: 'badge-page',
      script: true,
    },
    at,
    assets,
  );
}

/** What programs find in the head of a badge's page: the other forms, and the card that a shared link shows (OpenGraph). */
export function badgeHead(page: BadgePage, at: Addresses): Html {
  const address = badgeAddress(page, at);
  const title = plainText(page.badge.title);
  const description = shorten(plainText(page.badge.description), 200);
  const state = page.state.kind === 'withdrawn' ? 'Withdrawn badge' : page.test ? 'TEST badge' : 'Badge';
  return html`<link rel="canonical" href="${address}">
<link rel="alternate" type="application/vc" href="${address}.json" title="Open Badges 3.0 credential">
${page.hasJwt ? html`<link rel="alternate" type="application/vc+jwt" href="${address}.jwt" title="Open Badges 3.0 credential as a JWT">` : null}
<link rel="alternate" type="application/json+oembed" href="${oembedAddress(address, at)}" title="${title}">
<link rel="alternate" type="image/png" href="${address}.png" title="Badge image with the credential inside">
<link rel="alternate" type="image/svg+xml" href="${address}.svg" title="Badge image with the credential inside">
<meta name="description" content="${description}">
${page.test || page.state.kind === 'withdrawn' ? html`<meta name="robots" content="noindex">` : null}
<meta property="og:type" content="website">
<meta property="og:site_name" content="${page.badge.issuer.host}">
<meta property="og:title" content="${state}: ${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:image" content="${address}.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:alt" content="Badge: ${title}">
<meta name="twitter:card" content="summary">
${page.test || page.state.kind === 'withdrawn' ? null : dataBlock('application/ld+json', structuredData(page, at))}`;
}

/** The line under the title that says when a badge no longer stands, or does not stand yet. Nothing for one that stands. */
export function stateNotice(state: BadgeState, badge: BadgeView): Html | null {
  switch (state.kind) {
    case 'standing':
      return null;
    case 'withdrawn':
      return html`<div class="notice withdrawn" lang="en">
<p><strong>Withdrawn.</strong> The issuer withdrew this badge on ${moment(state.at)}. Do not rely on it.</p>
${
  state.reason === null
    ? html`<p>The issuer published no reason.</p>`
    : html`<p>Reason, in the issuer’s words:</p><blockquote>${foreignLines(state.reason)}</blockquote>`
}
</div>`;
    case 'expired':
      return html`<div class="notice expired" lang="en"><p><strong>No longer current.</strong> This badge was valid
${badge.validFrom === null ? null : html`from ${moment(badge.validFrom)} `}until ${moment(state.since)}. It may still tell what was achieved then.</p></div>`;
    case 'not-yet':
      return html`<div class="notice expired" lang="en"><p><strong>Not valid yet.</strong> This badge becomes valid on ${moment(state.from)}.</p></div>`;
  }
}

/** That a badge was renewed, and that it renews another, with the way to each. Nothing for a badge that stands alone. */
export function versionNotice({ successor, predecessor }: Versions, at: Addresses): Html | null {
  if (successor === null && predecessor === null) return null;
  const link = (id: string, text: string): Html => html`<a href="${at.root}/credentials/${id}">${text}</a>`;
  return html`<div class="notice renewed" lang="en">
${
  successor === null
    ? null
    : html`<p><strong>This badge was renewed.</strong> ${link(successor, 'The newer badge')} holds newer work. This one stays as it was issued.</p>`
}
${predecessor === null ? null : html`<p>It renews ${link(predecessor, 'an earlier badge')} of the same achievement.</p>`}
</div>`;
}
