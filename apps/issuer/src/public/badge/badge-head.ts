import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { PREVIEW } from '../../images/preview-svg.js';
import { type Addresses, badgeAddress } from '../layout/addresses.js';
import { dataBlock, type Html, html } from '../layout/html.js';
import { plainText, shorten } from '../layout/plain-text.js';
import { oembedAddress } from '../oembed.js';
import { type BadgePage, isOutOfForce } from './badge-view.js';
import { elementScript } from './check-here.js';
import { sharedTitle } from './sharing.js';
import { structuredData } from './structured-data.js';

/** What programs find in the head of a badge's page: the other forms, and the card that a shared link shows (OpenGraph). */
export function badgeHead(page: BadgePage, at: Addresses, language: PublicLanguage = ENGLISH): Html {
  const { badge: texts } = language.texts;
  const address = badgeAddress(page, at);
  const unlisted = page.test || page.issuer.suspended !== null || isOutOfForce(page.state);
  const description = shorten(plainText(page.badge.description), 200);
  return html`<link rel="canonical" href="${address}">
<link rel="alternate" type="application/vc" href="${address}.json" title="${texts.forms.json}">
${page.hasJwt ? html`<link rel="alternate" type="application/vc+jwt" href="${address}.jwt" title="${texts.forms.jwt}">` : null}
<link rel="alternate" type="application/json+oembed" href="${oembedAddress(address, at)}" title="${sharedTitle(page, language)}">
<link rel="alternate" type="image/png" href="${address}.png" title="${texts.forms.image}">
<link rel="alternate" type="image/svg+xml" href="${address}.svg" title="${texts.forms.image}">
<meta name="description" content="${description}">
${unlisted ? html`<meta name="robots" content="noindex">` : null}
<meta property="og:type" content="website">
<meta property="og:site_name" content="${page.badge.issuer.host}">
<meta property="og:title" content="${sharedTitle(page, language)}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:image" content="${`${address}/preview.png?lang=${language.lang}`}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${PREVIEW.width}">
<meta property="og:image:height" content="${PREVIEW.height}">
<meta property="og:image:alt" content="${language.texts.preview.alt({ title: sharedTitle(page, language), host: page.badge.issuer.host })}">
<meta property="og:locale" content="${language.lang}">
<meta name="twitter:card" content="summary_large_image">
${elementScript(at)}
${unlisted ? null : dataBlock('application/ld+json', structuredData(page, at))}`;
}
