import { quotedText } from '@proofmark/messages';
import { ENGLISH, type PublicLanguage, policySentence } from '@proofmark/messages/public';
import { aboutSection, skillsSection } from '../badge/badge-sections.js';
import { type Addresses, hostOfDid } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { foreign, quoted } from '../layout/foreign.js';
import { html } from '../layout/html.js';
import { issuerOfPage } from '../layout/issuer-links.js';
import { layout } from '../layout/layout.js';
import { plainText } from '../layout/plain-text.js';
import { suspensionNotice } from '../layout/suspension-notice.js';
import { withParts } from '../layout/with-parts.js';
import type { PublicAchievement } from '../reads.js';

/** What an achievement is and what work it asks for. It is the definition as it stands now; a badge carries its own copy. */
export function achievementPage(row: PublicAchievement, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { lang } = language;
  const { achievement: texts } = language.texts;
  const { issuer, definition: achievement } = row;
  const main = html`
${issuer.mode === 'test' ? html`<p class="notice test"><strong>${texts.test}</strong> ${texts['test-means']}</p>` : null}
<article class="badge" lang="${achievement.inLanguage ?? 'en'}">
${suspensionNotice('issuer', issuer, at, language)}
<div class="badge-title">
<img src="${at.root}/achievements/${row.id}/image" alt="${texts.image({ name: plainText(achievement.name) })}" width="160" height="160">
<div>
<p class="kicker" lang="${lang}">${texts.kicker}</p>
<h1>${foreign(achievement.name)}</h1>
<p class="lead" lang="${lang}">${withParts(texts.defined, {
    host: html`<strong>${hostOfDid(issuer.did)}</strong>`,
    issuer: html`<a href="${at.root}/issuers/${issuer.slug}">${quoted(issuer.name)}</a>`,
  })}</p>
</div>
</div>
<section aria-labelledby="asked" lang="${lang}"><h2 id="asked">${texts.policy}</h2><p>${policySentence(row.evidencePolicy, language.policy, language.work.lang)}</p></section>
${aboutSection({ description: achievement.description, achievement }, language)}
${skillsSection({ achievement }, language)}
</article>`;
  const head = html`<link rel="alternate" type="application/ld+json" href="${at.base}/achievements/${row.id}">
<meta property="og:type" content="website">
<meta property="og:title" content="${plainText(achievement.name)}">
<meta property="og:description" content="${plainText(achievement.description)}">
<meta property="og:image" content="${at.base}/achievements/${row.id}/image">`;
  return layout(
    {
      title: texts['page-title']({ name: quotedText(achievement.name, 100), host: hostOfDid(issuer.did) }),
      main,
      head,
      bodyClass: 'badge-page',
      issuer: issuerOfPage(issuer),
    },
    at,
    assets,
    language,
  );
}
