import type { Addresses } from '../layout/addresses.js';
import { moment } from '../layout/dates.js';
import { foreign, foreignLines, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { markdown } from '../layout/markdown.js';
import type { BadgeState, BadgeView } from './badge-view.js';

/** Whom the badge was given to, as far as it says. */
export function recipientSection({ recipient }: BadgeView): Html {
  const tied = recipient.hasHashedEmail
    ? 'It is tied to an e-mail address that it does not reveal: in a check you can compare it with one that you know.'
    : recipient.did === null
      ? 'It is tied to no e-mail address, so a check cannot tell whose it is.'
      : null;
  return html`<section aria-labelledby="recipient" lang="en">
<h2 id="recipient">Who received it</h2>
${
  recipient.name === null
    ? html`<p>The badge names nobody. ${tied}</p>`
    : html`<p><strong>${foreign(recipient.name)}</strong>, as the issuer wrote the name. ${tied}</p>`
}
${recipient.did === null ? null : html`<p>Its holder is identified as <code>${recipient.did}</code>.</p>`}
</section>`;
}

export function datesSection(badge: BadgeView, state: BadgeState): Html {
  return html`<section aria-labelledby="dates" lang="en">
<h2 id="dates">Dates</h2>
<dl>
${badge.validFrom === null ? null : html`<div><dt>Valid from</dt><dd>${moment(badge.validFrom)}</dd></div>`}
<div><dt>Valid until</dt><dd>${badge.validUntil === null ? 'It does not expire' : moment(badge.validUntil)}</dd></div>
${state.kind === 'withdrawn' ? html`<div><dt>Withdrawn</dt><dd>${moment(state.at)}</dd></div>` : null}
${badge.hasStatus ? null : html`<div><dt>Withdrawal</dt><dd>The issuer publishes no withdrawal list for this badge</dd></div>`}
</dl>
</section>`;
}

export function resultsSection({ results }: BadgeView): Html | null {
  if (results.length === 0) return null;
  return html`<section aria-labelledby="results">
<h2 id="results" lang="en">Results</h2>
<dl>${results.map((result) => html`<div><dt>${foreign(result.name)}</dt><dd>${result.values.map((value, i) => html`${i > 0 ? ' · ' : null}${foreign(value)}`)}</dd></div>`)}</dl>
</section>`;
}

export function skillsSection({ achievement }: Pick<BadgeView, 'achievement'>): Html | null {
  const skills = achievement.alignment ?? [];
  const tags = achievement.tag ?? [];
  if (skills.length === 0 && tags.length === 0) return null;
  return html`<section aria-labelledby="skills">
<h2 id="skills" lang="en">Skills</h2>
${
  skills.length === 0
    ? null
    : html`<ul class="skills">${skills.map(
        (skill) => html`<li>${foreignLink(skill.targetUrl, skill.targetName)}
${skill.targetFramework ? html`<span class="framework">${foreign(skill.targetFramework)}</span>` : null}
${skill.targetDescription ? html`<p>${foreign(skill.targetDescription)}</p>` : null}</li>`,
      )}</ul>`
}
${tags.length === 0 ? null : html`<ul class="keywords" aria-label="Keywords" >${tags.map((tag) => html`<li>${foreign(tag)}</li>`)}</ul>`}
</section>`;
}

/** What the badge stands for, and what had to be done for it. */
export function aboutSection({ description, achievement }: Pick<BadgeView, 'description' | 'achievement'>): Html {
  const { criteria } = achievement;
  return html`<section aria-labelledby="criteria">
<h2 id="criteria" lang="en">What it stands for</h2>
<p>${foreignLines(description)}</p>
<h3 lang="en">What had to be done</h3>
${criteria.narrative ? html`<div class="narrative">${markdown(criteria.narrative)}</div>` : null}
${criteria.id ? html`<p>${foreignLink(criteria.id, 'The criteria on the issuer’s page')}</p>` : null}
${criteria.narrative || criteria.id ? null : html`<p lang="en">The issuer wrote down no criteria.</p>`}
</section>`;
}

/** Who issued: first the host, which the signature can prove, then what the issuer says of itself, marked as that. */
export function issuerSection(badge: BadgeView, slug: string, at: Addresses): Html {
  const { issuer } = badge;
  return html`<section aria-labelledby="issuer" lang="en">
<h2 id="issuer">Who issued it</h2>
<dl>
<div><dt>Issued under</dt><dd><strong>${issuer.host}</strong></dd></div>
<div><dt>Says its name is</dt><dd><a href="${at.root}/issuers/${slug}">${foreign(issuer.name)}</a></dd></div>
${issuer.url === null ? null : html`<div><dt>Says its website is</dt><dd>${foreignLink(issuer.url, issuer.url)}</dd></div>`}
<div><dt>Identifier</dt><dd><code>${issuer.did}</code></dd></div>
</dl>
<p class="limits">A check can show that the badge was signed by this account of ${issuer.host}. It does not show that the name and the website
are really the issuer’s own: those are its own words.</p>
</section>`;
}
