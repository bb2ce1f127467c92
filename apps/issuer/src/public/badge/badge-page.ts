import { quotedText } from '@proofmark/messages';
import { choice, ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { endorsementsSection } from '../endorsement/endorsements.js';
import { workSection } from '../evidence/evidence-section.js';
import { type Addresses, badgeAddress, checkLink } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { day, moment } from '../layout/dates.js';
import { foreign, foreignLines } from '../layout/foreign.js';
import { dataBlock, type Html, html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import { plainText, shorten } from '../layout/plain-text.js';
import { withParts } from '../layout/with-parts.js';
import { oembedAddress } from '../oembed.js';
import { aboutSection, datesSection, issuerSection, recipientSection, resultsSection, skillsSection } from './badge-sections.js';
import { type BadgePage, type BadgeState, type BadgeView, isOutOfForce, type Versions } from './badge-view.js';
import { sharedTitle, takeAwaySection } from './sharing.js';
import { structuredData } from './structured-data.js';

/**
 * The issuer's own page of a badge, the work first. It reports what the badge says and never that it is verified: the
 * one who serves the page cannot be the witness.
 */
export function badgePage(page: BadgePage, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { badge, state, id } = page;
  const { lang } = language;
  const { badge: texts } = language.texts;
  const main = html`
${page.test ? html`<p class="notice test"><strong>${texts.test}</strong> ${texts['test-means']}</p>` : null}
<article class="badge ${isOutOfForce(state) ? 'is-withdrawn' : null}" lang="${badge.language ?? 'en'}">
<div class="badge-title">
<img src="${at.root}/credentials/${id}.svg" alt="${texts.image({ title: plainText(badge.title) })}" width="160" height="160">
<div>
<p class="kicker" lang="${lang}">${texts.kicker}</p>
<h1>${foreign(badge.title)}</h1>
<p class="lead" lang="${lang}">${issued(badge, language)}
${texts['whose-page']}</p>
<p class="actions" lang="${lang}"><a class="button" href="${checkLink(at, id)}">${texts.check}</a></p>
</div>
</div>
${stateNotice(state, badge, language)}
${versionNotice({ ...page.versions, withdrawn: state.kind === 'revoked' }, at, language)}
${workSection(badge, page.known, language)}
${endorsementsSection(page.endorsements, id, at, language)}
${issuerSection(badge, page.slug, at, language)}
${recipientSection(badge, language)}
${datesSection(badge, state, language)}
${resultsSection(badge, language)}
${skillsSection(badge, language)}
${aboutSection(badge, language)}
<p class="print-only" lang="${lang}">${texts.print({ badge: badgeAddress({ id }, at), check: `${at.base}/verify/` })}</p>
</article>
${takeAwaySection(page, at, language)}`;
  return layout(
    {
      title: texts['page-title']({ title: quotedText(badge.title, 100), host: badge.issuer.host }),
      main,
      head: badgeHead(page, at, language),
      bodyClass: 'badge-page',
      script: true,
    },
    at,
    assets,
    language,
  );
}

function issued({ issuer, validFrom }: BadgeView, language: PublicLanguage): Html {
  return withParts((parts) => language.texts.badge.issued({ dated: choice(validFrom !== null), ...parts }), {
    host: html`<strong>${issuer.host}</strong>`,
    at: validFrom === null ? null : day(validFrom, language),
  });
}

/** What programs find in the head of a badge's page: the other forms, and the card that a shared link shows (OpenGraph). */
function badgeHead(page: BadgePage, at: Addresses, language: PublicLanguage = ENGLISH): Html {
  const { badge: texts } = language.texts;
  const address = badgeAddress(page, at);
  const title = plainText(page.badge.title);
  const description = shorten(plainText(page.badge.description), 200);
  return html`<link rel="canonical" href="${address}">
<link rel="alternate" type="application/vc" href="${address}.json" title="${texts.forms.json}">
${page.hasJwt ? html`<link rel="alternate" type="application/vc+jwt" href="${address}.jwt" title="${texts.forms.jwt}">` : null}
<link rel="alternate" type="application/json+oembed" href="${oembedAddress(address, at)}" title="${sharedTitle(page, language)}">
<link rel="alternate" type="image/png" href="${address}.png" title="${texts.forms.image}">
<link rel="alternate" type="image/svg+xml" href="${address}.svg" title="${texts.forms.image}">
<meta name="description" content="${description}">
${page.test || isOutOfForce(page.state) ? html`<meta name="robots" content="noindex">` : null}
<meta property="og:type" content="website">
<meta property="og:site_name" content="${page.badge.issuer.host}">
<meta property="og:title" content="${sharedTitle(page, language)}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:image" content="${address}.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:alt" content="${texts.image({ title })}">
<meta name="twitter:card" content="summary">
${page.test || isOutOfForce(page.state) ? null : dataBlock('application/ld+json', structuredData(page, at))}`;
}

/** The line under the title that says when a badge no longer stands, or does not stand yet. Nothing for one that stands. */
function stateNotice(state: BadgeState, badge: BadgeView, language: PublicLanguage = ENGLISH): Html | null {
  const { lang } = language;
  const { states: texts } = language.texts;
  switch (state.kind) {
    case 'standing':
      return null;
    case 'revoked':
    case 'suspended': {
      const said = state.kind === 'revoked' ? texts.withdrawn : texts.suspended;
      return html`<div class="notice ${state.kind === 'revoked' ? 'withdrawn' : 'suspended'}" lang="${lang}">
<p><strong>${said.title}</strong> ${withParts(said.text, { at: moment(state.at, language) })}</p>
${
  state.reason === null
    ? html`<p>${said['no-reason']}</p>`
    : html`<p>${said.reason}</p><blockquote>${foreignLines(state.reason)}</blockquote>`
}
</div>`;
    }
    case 'expired':
      return html`<div class="notice expired" lang="${lang}"><p><strong>${texts.expired.title}</strong> ${withParts(
        (parts) => texts.expired.text({ dated: choice(badge.validFrom !== null), ...parts }),
        { from: badge.validFrom === null ? null : moment(badge.validFrom, language), until: moment(state.since, language) },
      )}</p></div>`;
    case 'not-yet':
      return html`<div class="notice expired" lang="${lang}"><p><strong>${texts['not-yet'].title}</strong> ${withParts(texts['not-yet'].text, { from: moment(state.from, language) })}</p></div>`;
  }
}

/** That a badge was renewed or corrected, and that it renews another, with the way to each. Nothing for a badge that stands alone. */
export function versionNotice(
  { successor, predecessor, withdrawn = false }: Versions & { readonly withdrawn?: boolean },
  at: Addresses,
  language: PublicLanguage = ENGLISH,
): Html | null {
  if (successor === null && predecessor === null) return null;
  const { versions: texts } = language.texts;
  const after = withdrawn
    ? { what: texts.replaced, text: texts.instead, link: texts['instead-link'] }
    : { what: texts.renewed, text: texts.newer, link: texts['newer-link'] };
  const link = (id: string, text: string): Html => html`<a href="${at.root}/credentials/${id}">${text}</a>`;
  return html`<div class="notice renewed" lang="${language.lang}">
${successor === null ? null : html`<p><strong>${after.what}</strong> ${withParts(after.text, { link: link(successor, after.link) })}</p>`}
${predecessor === null ? null : html`<p>${withParts(texts.renews, { link: link(predecessor, texts['renews-link']) })}</p>`}
</div>`;
}
