import { choice, ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from '../layout/addresses.js';
import { moment } from '../layout/dates.js';
import { foreignLines } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { withParts } from '../layout/with-parts.js';
import type { BadgeState, BadgeView, Versions } from './badge-view.js';

/** The line under the title that says when a badge no longer stands, or does not stand yet. Nothing for one that stands. */
export function stateNotice(state: BadgeState, badge: BadgeView, language: PublicLanguage = ENGLISH): Html | null {
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
