import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from '../layout/addresses.js';
import { moment } from '../layout/dates.js';
import { foreign, foreignLines, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { markdown } from '../layout/markdown.js';
import { withParts } from '../layout/with-parts.js';
import type { BadgeState, BadgeView } from './badge-view.js';

/** Whom the badge was given to, as far as it says. */
export function recipientSection({ recipient }: BadgeView, { lang, texts: { recipient: texts } }: PublicLanguage = ENGLISH): Html {
  return html`<div lang="${lang}">
<h3>${texts.heading}</h3>
<p>${recipient.name === null ? texts.unnamed : withParts(texts.named, { name: html`<strong>${foreign(recipient.name)}</strong>` })}</p>
${recipient.did === null ? null : html`<p>${withParts(texts.holder, { did: html`<code>${recipient.did}</code>` })}</p>`}
</div>`;
}

export function datesSection(badge: BadgeView, state: BadgeState, language: PublicLanguage = ENGLISH): Html {
  const { dates: texts } = language.texts;
  return html`<div lang="${language.lang}">
<h3>${texts.heading}</h3>
<dl>
${badge.validFrom === null ? null : html`<div><dt>${texts.from}</dt><dd>${moment(badge.validFrom, language)}</dd></div>`}
<div><dt>${texts.until}</dt><dd>${badge.validUntil === null ? texts.never : moment(badge.validUntil, language)}</dd></div>
${state.kind === 'revoked' || state.kind === 'suspended' ? html`<div><dt>${state.kind === 'revoked' ? texts.withdrawn : texts.suspended}</dt><dd>${moment(state.at, language)}</dd></div>` : null}
${badge.hasStatus ? null : html`<div><dt>${texts.withdrawal}</dt><dd>${texts['no-list']}</dd></div>`}
</dl>
</div>`;
}

export function resultsSection({ results }: BadgeView, { lang, texts: { results: texts } }: PublicLanguage = ENGLISH): Html | null {
  if (results.length === 0) return null;
  return html`<section aria-labelledby="results">
<h2 id="results" lang="${lang}">${texts.heading}</h2>
<dl>${results.map((result) => html`<div><dt>${foreign(result.name ?? texts.unnamed)}</dt><dd>${result.values.map((value, i) => html`${i > 0 ? ' · ' : null}${foreign(value)}`)}</dd></div>`)}</dl>
</section>`;
}

export function skillsSection(
  { achievement }: Pick<BadgeView, 'achievement'>,
  { lang, texts: { skills: texts } }: PublicLanguage = ENGLISH,
): Html | null {
  const skills = achievement.alignment ?? [];
  const tags = achievement.tag ?? [];
  if (skills.length === 0 && tags.length === 0) return null;
  return html`<section aria-labelledby="skills">
<h2 id="skills" lang="${lang}">${texts.heading}</h2>
${
  skills.length === 0
    ? null
    : html`<ul class="skills">${skills.map(
        (skill) => html`<li>${foreignLink(skill.targetUrl, skill.targetName)}
${skill.targetFramework ? html`<span class="framework">${foreign(skill.targetFramework)}</span>` : null}
${skill.targetDescription ? html`<p>${foreign(skill.targetDescription)}</p>` : null}</li>`,
      )}</ul>`
}
${tags.length === 0 ? null : html`<ul class="keywords" aria-label="${texts.keywords}">${tags.map((tag) => html`<li>${foreign(tag)}</li>`)}</ul>`}
</section>`;
}

/** What the badge stands for, and what had to be done for it. */
export function aboutSection(
  { description, achievement }: Pick<BadgeView, 'description' | 'achievement'>,
  { lang, texts: { criteria: texts } }: PublicLanguage = ENGLISH,
): Html {
  const { criteria } = achievement;
  return html`<section aria-labelledby="criteria">
<h2 id="criteria" lang="${lang}">${texts.heading}</h2>
<p>${foreignLines(description)}</p>
<h3 lang="${lang}">${texts.asked}</h3>
${criteria.narrative ? html`<div class="narrative">${markdown(criteria.narrative)}</div>` : null}
${criteria.id ? html`<p>${foreignLink(criteria.id, texts.link)}</p>` : null}
${criteria.narrative || criteria.id ? null : html`<p lang="${lang}">${texts.none}</p>`}
</section>`;
}

/** Who issued: first the host, which the signature can prove, then what the issuer says of itself, marked as that. */
export function issuerSection(badge: BadgeView, slug: string, at: Addresses, language: PublicLanguage = ENGLISH): Html {
  const { 'issued-by': texts } = language.texts;
  const { issuer } = badge;
  return html`<div lang="${language.lang}">
<h3>${texts.heading}</h3>
<dl>
<div><dt>${texts.host}</dt><dd><strong>${issuer.host}</strong></dd></div>
<div><dt>${texts.name}</dt><dd><a href="${at.root}/issuers/${slug}">${foreign(issuer.name)}</a></dd></div>
${issuer.url === null ? null : html`<div><dt>${texts.website}</dt><dd>${foreignLink(issuer.url, issuer.url)}</dd></div>`}
<div><dt>${texts.identifier}</dt><dd><code>${issuer.did}</code></dd></div>
</dl>
</div>`;
}
