import { choice, type PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from '../layout/addresses.js';
import { day } from '../layout/dates.js';
import { foreign, quoted } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { plainText } from '../layout/plain-text.js';
import { withParts } from '../layout/with-parts.js';
import type { BadgePage } from './badge-view.js';
import { shareBar } from './sharing.js';

/** Titles with more characters are set smaller, so that what follows stays on the first screen. */
const LONG = 60;

/** Who earned what from whom, and the ways to share it. The issuer stands there by its host; the name that it gives itself is a quotation. */
export function hero(page: BadgePage, at: Addresses, language: PublicLanguage): Html {
  const { badge } = page;
  const { lang } = language;
  const { badge: texts } = language.texts;
  const { name } = badge.recipient;
  const title = html`<span class="title ${badge.title.length > LONG ? 'long' : null}" lang="${badge.language ?? 'en'}">${foreign(badge.title)}</span>`;
  const earned = name === null ? title : withParts(texts.earned, { name: html`<span class="person">${foreign(name)}</span>`, title });
  const from = withParts((parts) => texts.from({ dated: choice(badge.validFrom !== null), ...parts }), {
    host: html`<strong>${badge.issuer.host}</strong>`,
    issuer: html`<a href="${at.root}/issuers/${page.issuer.slug}">${quoted(badge.issuer.name)}</a>`,
    at: badge.validFrom === null ? null : day(badge.validFrom, language),
  });
  return html`<div class="badge-title hero">
<img src="${at.root}/credentials/${page.id}.svg" alt="${texts.image({ title: plainText(badge.title) })}" width="192" height="192">
<div lang="${lang}">
<h1>${earned}</h1>
<p class="from">${from}</p>
${shareBar(page, at, language)}
</div>
</div>`;
}
