import { quotedText } from '@proofmark/messages';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { endorsementsSection } from '../endorsement/endorsements.js';
import { workSection } from '../evidence/evidence-section.js';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import { suspensionNotice } from '../layout/suspension-notice.js';
import { badgeHead } from './badge-head.js';
import { aboutSection, resultsSection, skillsSection } from './badge-sections.js';
import { type BadgePage, isOutOfForce } from './badge-view.js';
import { checkHere } from './check-here.js';
import { hero } from './hero.js';
import { knowSection } from './know-section.js';
import { stateNotice, versionNotice } from './notices.js';
import { takeAwaySection } from './sharing.js';

/**
 * The page of a badge, which its learner shows to others: the person, the work and the skills first, and at the end, once, what a reader should
 * know. It reports what the badge says and never that it is verified: the one who serves the page cannot be the witness. The element on it checks
 * the badge in the reader's browser.
 */
export function badgePage(page: BadgePage, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { badge, state } = page;
  const { badge: texts } = language.texts;
  const main = html`
${page.test ? html`<p class="notice test"><strong>${texts.test}</strong> ${texts['test-means']}</p>` : null}
<article class="badge ${isOutOfForce(state) ? 'is-withdrawn' : null}" lang="${badge.language ?? 'en'}">
${hero(page, at, language)}
${suspensionNotice('badge', page.issuer, at, language)}
${stateNotice(state, badge, language)}
${versionNotice({ ...page.versions, withdrawn: state.kind === 'revoked' }, at, language)}
${workSection(badge, page.known, at, language)}
${skillsSection(badge, language)}
${resultsSection(badge, language)}
${aboutSection(badge, language)}
${endorsementsSection(page.endorsements, page.id, at, language)}
${checkHere(page, at, language)}
${takeAwaySection(page, at, language)}
${knowSection(page, at, language)}
</article>`;
  return layout(
    {
      title: texts['page-title']({ title: quotedText(badge.title, 100), host: badge.issuer.host }),
      main,
      head: badgeHead(page, at, language),
      bodyClass: 'badge-page',
      script: true,
      issuer: page.issuer,
    },
    at,
    assets,
    language,
  );
}
