import { type Addresses, badgeAddress } from '../layout/addresses.js';
import { dataBlock, type Html, html } from '../layout/html.js';
import { plainText, shorten } from '../layout/plain-text.js';
import { oembedAddress } from '../oembed-answer.js';
import type { BadgePage } from './badge-page-content.js';
import { structuredData } from './structured-data.js';

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
