import { quotedText } from '@proofmark/messages';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { designOf } from '../badge/badge-face.js';
import { textMember } from '../badge/badge-view.js';
import { type Addresses, hostOfDid } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { moment } from '../layout/dates.js';
import { foreign, foreignLines, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { issuerOfPage } from '../layout/issuer-links.js';
import { layout } from '../layout/layout.js';
import { suspensionNotice } from '../layout/suspension-notice.js';
import { withParts } from '../layout/with-parts.js';
import type { PublicIssuer, PublicSigningKey } from '../reads.js';

/** Who an issuer says it is, and the keys with which it signs. */
export function issuerPage(
  issuer: PublicIssuer,
  keys: readonly PublicSigningKey[],
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage = ENGLISH,
): string {
  const { issuer: texts } = language.texts;
  const host = hostOfDid(issuer.did);
  const path = `${at.root}/issuers/${issuer.slug}`;
  const description = textMember(issuer.profile, 'description');
  const main = html`
${issuer.mode === 'test' ? html`<p class="notice test"><strong>${texts.test}</strong> ${texts['test-means']}</p>` : null}
<article>
${suspensionNotice('issuer', issuer, at, language)}
${designOf(issuer)?.logo !== undefined ? html`<p class="logo"><img src="${path}/logo.png" alt="${texts.logo}"></p>` : null}
<p class="kicker">${texts.kicker}</p>
<h1>${foreign(issuer.name)}</h1>
<p class="lead">${withParts(texts.claimed, { host: html`<strong>${host}</strong>` })}</p>
${description === null ? null : html`<p>${foreignLines(description)}</p>`}
<dl>
${issuer.url === null ? null : html`<div><dt>${texts.website}</dt><dd>${foreignLink(issuer.url, issuer.url)}</dd></div>`}
<div><dt>${texts.identifier}</dt><dd><code>${issuer.did}</code></dd></div>
</dl>
<h2>${texts.keys}</h2>
<p>${texts['keys-mean']}</p>
<ul class="keys">${keys.map(
    (key) => html`<li><code>${fragmentOf(key)}</code>
<span>${inUse(key, language)}</span></li>`,
  )}</ul>
<p><a href="${path}/did.json">${texts.did}</a> · <a href="${path}/jwks.json">${texts.jwks}</a></p>
</article>`;
  const head = html`<link rel="alternate" type="application/did+ld+json" href="${path}/did.json">
<link rel="alternate" type="application/jwk-set+json" href="${path}/jwks.json">`;
  return layout(
    { title: texts['page-title']({ name: quotedText(issuer.name, 100), host }), main, head, issuer: issuerOfPage(issuer) },
    at,
    assets,
    language,
  );
}

/** Of which kind a key is, and from when until when badges are signed with it. */
function inUse({ algorithm, createdAt, retiredAt, revoked }: PublicSigningKey, language: PublicLanguage): Html {
  const until = revoked?.at ?? retiredAt;
  const why = revoked?.reason ?? null;
  const state = revoked !== null ? (why === null ? 'revoked' : 'explained') : until === null ? 'active' : 'replaced';
  return withParts((parts) => language.texts.issuer.key({ state, ...parts }), {
    algorithm,
    since: moment(createdAt, language),
    until: until === null ? null : moment(until, language),
    why: why === null ? null : foreign(why),
  });
}

function fragmentOf(key: PublicSigningKey): string {
  return key.verificationMethod.split('#').at(-1) ?? key.verificationMethod;
}
