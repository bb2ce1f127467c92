import { endorsementsSection } from '../endorsement/endorsements-section.js';
import { workSection } from '../evidence/evidence-section.js';
import { type Addresses, badgeAddress, checkLink } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { inWords } from '../layout/dates.js';
import { foreign } from '../layout/foreign-text.js';
import { html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import { plainText } from '../layout/plain-text.js';
import { aboutSection, datesSection, recipientSection, resultsSection, skillsSection } from './badge-facts.js';
import { badgeHead } from './badge-head.js';
import type { BadgePage } from './badge-page-content.js';
import { stateNotice } from './badge-state-notice.js';
import { issuerSection } from './issuer-section.js';
import { takeAwaySection } from './sharing-section.js';
import { versionNotice } from './version-notice.js';

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
