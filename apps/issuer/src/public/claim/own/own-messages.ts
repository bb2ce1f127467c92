import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { DataAnswer } from '../../../issuing/learners/ask-for-data.js';
import type { CorrectionAnswer } from '../../../issuing/learners/propose-correction.js';
import type { Addresses } from '../../layout/addresses.js';
import type { PageAssets } from '../../layout/assets.js';
import { quoted } from '../../layout/foreign.js';
import { type Html, html } from '../../layout/html.js';
import type { IssuerOfPage } from '../../layout/issuer-links.js';
import { layout } from '../../layout/layout.js';
import { withParts } from '../../layout/with-parts.js';

/** What a learner is told of what they asked for. */
export type OwnMessage = 'sent-data' | 'sent-address' | 'waiting' | 'erased' | 'closed' | Exclude<DataAnswer | CorrectionAnswer, 'sent'>;

const TITLES = { 'sent-data': 'sent', 'sent-address': 'sent', waiting: 'waiting', erased: 'erased', closed: 'closed' } as const;
const SENTENCES = { waiting: 'waiting-means', erased: 'erased-means', closed: 'closed-means' } as const;

/** A page that says what became of it. `back` is the address of the learner's page, where they came from it. */
export function ownMessage(
  kind: OwnMessage,
  { issuer, back }: { readonly issuer: IssuerOfPage; readonly back: string | null },
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage = ENGLISH,
): string {
  const { own: texts, frame } = language.texts;
  const title = texts[kind in TITLES ? TITLES[kind as keyof typeof TITLES] : 'not-done'];
  const said = texts[kind in SENTENCES ? SENTENCES[kind as keyof typeof SENTENCES] : (kind as Exclude<OwnMessage, keyof typeof SENTENCES>)];
  const text = typeof said === 'string' ? said : withParts(said, { issuer: quoted(issuer.name) });
  const main = html`<h1>${title}</h1>
<p role="status">${text}</p>
<p>${back === null ? html`<a href="${at.root}/">${frame.start}</a>` : html`<a href="${back}">${texts.back}</a>`}</p>`;
  return page(title, main, issuer, at, assets, language);
}

/** Asks whoever opened the link of a mail whether the address is theirs. Programs that follow links in mails press no button. */
export function addressPage(issuer: IssuerOfPage, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { own: texts } = language.texts;
  const main = html`<h1>${texts.address}</h1>
<p>${withParts(texts['address-means'], { issuer: quoted(issuer.name) })}</p>
<form method="post"><button class="button" type="submit">${texts['address-button']}</button></form>
<p>${texts['address-not']}</p>`;
  return page(texts.address, main, issuer, at, assets, language);
}

function page(title: string, main: Html, issuer: IssuerOfPage, at: Addresses, assets: PageAssets, language: PublicLanguage): string {
  return layout({ title, main: html`<div class="message claim">${main}</div>`, issuer }, at, assets, language);
}
