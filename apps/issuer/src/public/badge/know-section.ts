import type { PublicLanguage } from '@proofmark/messages/public';
import { limitsOfYes } from '../evidence/evidence-facts.js';
import { limitOfWork } from '../evidence/evidence-section.js';
import { type Addresses, badgeAddress } from '../layout/addresses.js';
import { type Html, html } from '../layout/html.js';
import { datesSection, issuerSection, recipientSection } from './badge-sections.js';
import type { BadgePage } from './badge-view.js';

/** What a reader should know before relying on the page, once for all of it; the particulars of the badge are folded. On paper, the way to the check. */
export function knowSection(page: BadgePage, at: Addresses, language: PublicLanguage): Html {
  const { badge, state } = page;
  const { lang, texts } = language;
  const { know: words } = texts;
  const work = limitOfWork(badge, page.known, language);
  return html`<section class="know" aria-labelledby="know" lang="${lang}">
<h2 id="know">${words.heading}</h2>
<p>${words['whose-page']} ${texts['issued-by'].limit({ host: badge.issuer.host })}</p>
<p>${badge.recipient.name === null ? texts.recipient.unnamed : words.person} ${tied(badge.recipient, texts.recipient)}</p>
${work === null ? null : html`<p>${work}</p><p class="yes">${words.yes}</p>${limitsOfYes(language)}`}
<details><summary>${words.more}</summary>
${issuerSection(badge, page.issuer.slug, at, language)}
${recipientSection(badge, language)}
${datesSection(badge, state, language)}
</details>
<div class="print-only sheet-end"><img src="${at.root}/credentials/${page.id}/qr.svg" alt="${texts.badge.qr}" width="112" height="112">
<p>${texts.badge.print({ badge: badgeAddress(page, at), check: `${at.base}/verify/` })}</p></div>
</section>`;
}

function tied({ hasHashedEmail, did }: BadgePage['badge']['recipient'], texts: PublicLanguage['texts']['recipient']): string | null {
  return hasHashedEmail ? texts.email : did === null ? texts.untied : null;
}
