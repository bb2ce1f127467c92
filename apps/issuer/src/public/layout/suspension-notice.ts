import type { PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from './addresses.js';
import { moment } from './dates.js';
import { foreignLines } from './foreign.js';
import { type Html, html } from './html.js';
import type { IssuerOfPage } from './issuer-links.js';
import { withParts } from './with-parts.js';

/** That the operator of the service has suspended the issuer, on a page of a badge or of the issuer. Nothing for any other issuer. */
export function suspensionNotice(
  about: 'badge' | 'issuer',
  { suspended }: Pick<IssuerOfPage, 'suspended'>,
  at: Addresses,
  language: PublicLanguage,
): Html | null {
  if (suspended === null) return null;
  const texts = language.texts.states['issuer-suspended'];
  const parts = { host: html`<strong>${new URL(at.base).host}</strong>`, at: moment(suspended.at, language) };
  return html`<div class="notice suspended" lang="${language.lang}">
<p><strong>${texts.title}</strong> ${withParts(texts[about], parts)}</p>
<p>${texts.reason}</p><blockquote>${foreignLines(suspended.reason)}</blockquote>
</div>`;
}
