import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { type BadgePage, isOutOfForce } from '../badge/badge-view.js';
import { downloads, shareBar, takeAwaySection } from '../badge/sharing.js';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { moment } from '../layout/dates.js';
import { foreign, quoted } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import { plainText } from '../layout/plain-text.js';
import { suspensionNotice } from '../layout/suspension-notice.js';
import { withParts } from '../layout/with-parts.js';
import { picture } from './claim-page.js';
import { ownSections } from './own/own-sections.js';

/** What a learner answered. Null is what was not asked. */
export interface LearnersAnswers {
  readonly page: boolean;
  readonly search: boolean;
  readonly copies: boolean | null;
  readonly archives: boolean | null;
  readonly at: Date;
}

export interface LearnerPage {
  readonly badge: BadgePage;
  readonly superseded: boolean;
  readonly claimedAt: Date;
  /** Null while they have not answered. */
  readonly answers: LearnersAnswers | null;
  /** What is kept in public, and so asked about. */
  readonly kept: { readonly copies: boolean; readonly archives: boolean };
  /** Where this page is, under which the learner has the sheet of a badge without a page. */
  readonly address: string;
}

/** The private page of a learner who claimed a badge: to take it away, and to say what may be public. Nothing here is ticked for them. */
export function learnerPage(page: LearnerPage, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { badge: shown, answers, claimedAt } = page;
  const { claim: texts } = language.texts;
  const { badge } = shown;
  const stands = !isOutOfForce(shown.state) && !page.superseded;
  const title = foreign(badge.title);
  const main = html`<h1>${withParts(texts.yours, { title })}</h1>
${picture(shown, at, language)}
${suspensionNotice('badge', shown.issuer, at, language)}
${stands ? null : html`<p class="notice">${texts['withdrawn-since']}</p>`}
<p>${withParts(texts.claimed, { at: moment(claimedAt, language) })} ${texts.private}</p>
${answers?.page === false ? hiddenBadge(page, at, language) : html`${shareBar(shown, at, language)}${takeAwaySection(shown, at, language, texts.share)}`}
${questions(page, language)}
${ownSections(shown.issuer, language)}`;
  const name = texts.yours({ title: plainText(badge.title) });
  return layout({ title: name, main: html`<div class="claim">${main}</div>`, script: true, issuer: shown.issuer }, at, assets, language);
}

function hiddenBadge({ badge: shown, address }: LearnerPage, at: Addresses, language: PublicLanguage): Html {
  const { claim: texts } = language.texts;
  return html`<section aria-labelledby="take"><h2 id="take">${texts.take}</h2>
<p>${texts.hidden}</p>
${downloads(shown, at, language, `${address}/badge.pdf`)}</section>`;
}

function questions({ badge, answers, kept }: LearnerPage, language: PublicLanguage): Html {
  const { claim: texts } = language.texts;
  const issuer = quoted(badge.badge.issuer.name);
  return html`<section aria-labelledby="ask"><h2 id="ask">${texts.ask}</h2>
<p role="status">${answers === null ? texts.unanswered : withParts(texts.answered, { at: moment(answers.at, language) })}</p>
<form method="post">
<input type="hidden" name="asked" value="${['page', 'search', ...(kept.copies ? ['copies'] : []), ...(kept.archives ? ['archives'] : [])].join(' ')}">
${question('page', html`${texts.page}`, texts['page-means'], answers?.page === true)}
${question('search', html`${texts.search}`, texts['search-means'], answers?.search === true)}
${kept.copies ? question('copies', withParts(texts.copies, { issuer }), texts['copies-means'], answers?.copies === true) : null}
${kept.archives ? question('archives', html`${texts.archives}`, texts['archives-means'], answers?.archives === true) : null}
<button class="button" type="submit">${texts.save}</button>
</form></section>`;
}

function question(name: string, label: Html, means: string, ticked: boolean): Html {
  return html`<p class="answer"><input type="checkbox" id="${`answer-${name}`}" name="${name}" value="yes" aria-describedby="${`means-${name}`}"${ticked ? html` checked` : null}>
<label for="${`answer-${name}`}">${label}</label>
<span id="${`means-${name}`}">${means}</span></p>`;
}
