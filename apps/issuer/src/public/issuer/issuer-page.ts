import { textMember } from '../badge/badge-view.js';
import { type Addresses, hostOfDid } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { moment } from '../layout/dates.js';
import { foreign, foreignLines, foreignLink } from '../layout/foreign.js';
import { html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import type { PublicIssuer, PublicSigningKey } from '../reads.js';

/** Who an issuer says it is, and the keys with which it signs. */
export function issuerPage(issuer: PublicIssuer, keys: readonly PublicSigningKey[], at: Addresses, assets: PageAssets): string {
  const path = `${at.root}/issuers/${issuer.slug}`;
  const description = textMember(issuer.profile, 'description');
  const main = html`
${issuer.mode === 'test' ? html`<p class="notice test"><strong>TEST issuer.</strong> Its badges say nothing about anybody.</p>` : null}
<article>
<p class="kicker">Issuer</p>
<h1>${foreign(issuer.name)}</h1>
<p class="lead">This account of <strong>${hostOfDid(issuer.did)}</strong> calls itself so. The name, the website and the description are its own words.</p>
${description === null ? null : html`<p>${foreignLines(description)}</p>`}
<dl>
${issuer.url === null ? null : html`<div><dt>Says its website is</dt><dd>${foreignLink(issuer.url, issuer.url)}</dd></div>`}
<div><dt>Identifier</dt><dd><code>${issuer.did}</code></dd></div>
</dl>
<h2>Signing keys</h2>
<p>A key that was replaced stays published, so that the badges signed with it can still be checked.</p>
<ul class="keys">${keys.map(
    (key) => html`<li><code>${fragmentOf(key)}</code>
<span>${key.algorithm}, since ${moment(key.createdAt)}${key.retiredAt === null ? null : html`, replaced on ${moment(key.retiredAt)}`}</span></li>`,
  )}</ul>
<p><a href="${path}/did.json">DID document</a> · <a href="${path}/jwks.json">Key set</a></p>
</article>`;
  const head = html`<link rel="alternate" type="application/did+ld+json" href="${path}/did.json">
<link rel="alternate" type="application/jwk-set+json" href="${path}/jwks.json">`;
  return layout({ title: `${issuer.name} – issuer under ${hostOfDid(issuer.did)}`, main, head }, at, assets);
}

function fragmentOf(key: PublicSigningKey): string {
  return key.verificationMethod.split('#').at(-1) ?? key.verificationMethod;
}
