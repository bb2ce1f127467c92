import { parseDigestMultibase } from '@proofmark/evidence';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { credentialUrl } from '@proofmark/schemas';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { foreign, quoted } from '../layout/foreign.js';
import { html } from '../layout/html.js';
import type { IssuerOfPage } from '../layout/issuer-links.js';
import { layout } from '../layout/layout.js';
import { withParts } from '../layout/with-parts.js';

/** What the page of a viewing link says before the work is opened. */
export interface ViewPage {
  readonly credentialId: string;
  readonly issuer: IssuerOfPage;
  readonly work: { readonly name: string; readonly digestMultibase: string };
  readonly forWhom: string;
  readonly expiresAt: Date;
  /** How often it may still be opened; null for as often as they like. */
  readonly left: number | null;
}

/**
 * The page of a viewing link. It shows nothing of the work: programs that follow links in messages to look at them would use it up, and
 * be taken for the reader.
 */
export function viewPage(
  { credentialId, issuer, work, forWhom, expiresAt, left }: ViewPage,
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage = ENGLISH,
): string {
  const { moment, viewing: texts } = language.texts;
  const until = moment({ time: expiresAt.toISOString().slice(0, 16).replace('T', ' ') });
  const main = html`<h1>${texts.heading}</h1>
<p>${withParts(texts.shown, { issuer: quoted(issuer.name), host: html`<strong>${new URL(at.base).host}</strong>`, reader: html`<strong>${foreign(forWhom)}</strong>` })}</p>
<p><strong>${foreign(work.name)}</strong></p>
<p>${withParts(texts.until, { until: html`<time datetime="${expiresAt.toISOString()}">${until}</time>` })}
${left === null ? null : texts.left({ left })}
${texts.noted}</p>
<form method="post"><p><button class="button" type="submit">${texts.open}</button></p></form>
<p>${withParts(texts.fingerprint, { badge: html`<a href="${credentialUrl(at.root, credentialId)}">${texts.badge}</a>` })} ${texts.digest}<br>
<code>${hexOf(work.digestMultibase)}</code></p>`;
  return layout({ title: texts.heading, main: html`<div class="message">${main}</div>`, issuer }, at, assets, language);
}

/** As programs that compute digests write it. */
function hexOf(digest: string): string {
  return Buffer.from(parseDigestMultibase(digest)?.bytes ?? []).toString('hex');
}
