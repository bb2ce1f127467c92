import { quotedText } from '@proofmark/messages';
import { choice, ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { BadgePage } from '../badge/badge-view.js';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { moment } from '../layout/dates.js';
import { foreign, foreignLines, quoted } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import type { IssuerOfPage } from '../layout/issuer-links.js';
import { layout } from '../layout/layout.js';
import { plainText } from '../layout/plain-text.js';
import { suspensionNotice } from '../layout/suspension-notice.js';
import { withParts } from '../layout/with-parts.js';

type Badge = Pick<BadgePage, 'id' | 'badge'>;
type OfIssuer = Pick<BadgePage, 'issuer'>;

/** What a link that can be used shows: the badge and one button. Programs that follow links in mails press none. */
export function offerPage(
  { id, badge, issuer, expiresAt, pageSecret }: Badge & OfIssuer & { readonly expiresAt: Date; readonly pageSecret: string },
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage = ENGLISH,
): string {
  const { claim: texts } = language.texts;
  const { name } = badge.recipient;
  const offered = withParts((parts) => texts.offered({ named: choice(name !== null), ...parts }), {
    host: html`<strong>${badge.issuer.host}</strong>`,
    issuer: quoted(badge.issuer.name),
    name: name === null ? null : html`<strong>${foreign(name)}</strong>`,
  });
  const main = html`<h1>${texts.heading}</h1>
${suspensionNotice('badge', issuer, at, language)}
<p>${offered}</p>
${picture({ id, badge }, at, language)}
<h2 lang="${badge.language ?? 'en'}">${foreign(badge.title)}</h2>
<p lang="${badge.language ?? 'en'}">${foreignLines(badge.description)}</p>
<form method="post"><input type="hidden" name="page" value="${pageSecret}"><button class="button" type="submit">${texts.button}</button></form>
<p>${texts.means} ${withParts(texts.until, { until: moment(expiresAt, language) })}</p>
<p>${texts['not-you']}</p>`;
  return layout({ title: texts.heading, main: html`<div class="message claim">${main}</div>`, issuer }, at, assets, language);
}

export function picture({ id, badge }: Badge, at: Addresses, { texts }: PublicLanguage): Html {
  const alt = texts.badge.image({ title: plainText(badge.title) });
  return html`<p><img src="${at.root}/credentials/${id}.svg" alt="${alt}" width="192" height="192"></p>`;
}

/** Why a link claims nothing. */
export type NoClaim =
  | { readonly kind: 'none' }
  | { readonly kind: 'replaced'; readonly at: Date }
  | { readonly kind: 'used' | 'expired'; readonly at: Date; readonly issuer: IssuerOfPage }
  | { readonly kind: 'withdrawn'; readonly issuer: IssuerOfPage };

/** The page of a link by which nothing can be claimed: what happened, and what to do. */
export function noClaimPage(claim: NoClaim, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { claim: texts, frame } = language.texts;
  const title = texts[claim.kind];
  const main = html`<h1>${title}</h1>
${reasons(claim, language).map((text) => html`<p>${text}</p>`)}
<p><a href="${at.root}/">${frame.start}</a></p>`;
  return layout(
    { title, main: html`<div class="message">${main}</div>`, issuer: 'issuer' in claim ? claim.issuer : null },
    at,
    assets,
    language,
  );
}

function reasons(claim: NoClaim, language: PublicLanguage): readonly Html[] {
  const { claim: texts } = language.texts;
  switch (claim.kind) {
    case 'none':
      return [html`${texts['none-means']}`];
    case 'replaced':
      return [withParts(texts['replaced-means'], { at: moment(claim.at, language) })];
    case 'expired':
      return [withParts(texts['expired-means'], { at: moment(claim.at, language), issuer: named(claim.issuer) })];
    case 'withdrawn':
      return [withParts(texts['withdrawn-means'], { issuer: named(claim.issuer) })];
    case 'used': {
      const issuer = named(claim.issuer);
      return [
        withParts(texts['used-means'], { at: moment(claim.at, language) }),
        withParts(texts['used-you'], { issuer }),
        withParts(texts['used-other'], { issuer }),
      ];
    }
  }
}

function named({ name }: IssuerOfPage): Html {
  return html`<bdi>${quotedText(name, 60)}</bdi>`;
}
