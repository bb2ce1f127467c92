import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from '../../layout/addresses.js';
import type { PageAssets } from '../../layout/assets.js';
import { foreign, quoted } from '../../layout/foreign.js';
import { type Html, html } from '../../layout/html.js';
import type { IssuerOfPage } from '../../layout/issuer-links.js';
import { layout } from '../../layout/layout.js';
import { plainText } from '../../layout/plain-text.js';
import { withParts } from '../../layout/with-parts.js';

/** What is kept of somebody, as far as their page shows it. */
export interface DataPage {
  readonly issuer: IssuerOfPage;
  readonly name: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
  /** Titles of badges; there may be more than these. */
  readonly badges: readonly string[];
  readonly count: number;
  /** The word was typed wrongly. */
  readonly mistyped: boolean;
}

/** What is kept of whoever opened the link of a mail: to take along, and to have erased. It works without scripts. */
export function dataPage(shown: DataPage, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { own: texts } = language.texts;
  const issuer = quoted(shown.issuer.name);
  const fact = (term: string, text: string | null): Html =>
    html`<dt>${term}</dt><dd>${text === null ? texts['kept-none'] : foreign(text)}</dd>`;
  const more = shown.count > shown.badges.length ? html`<li>…</li>` : null;
  const main = html`<h1>${withParts(texts.kept, { issuer })}</h1>
<dl>${fact(texts['kept-name'], shown.name)}${fact(texts['kept-address'], shown.email)}${fact(texts['kept-id'], shown.externalId)}</dl>
<p>${texts['kept-badges']({ count: shown.count })}</p>
<ul>${shown.badges.map((title) => html`<li>${foreign(title)}</li>`)}${more}</ul>
<section aria-labelledby="own-download"><h2 id="own-download">${texts.download}</h2>
<p>${texts['download-means']}</p>
<form method="post"><input type="hidden" name="do" value="download"><button class="button" type="submit">${texts['download-button']}</button></form></section>
${erasing(shown, language)}`;
  const title = texts.kept({ issuer: plainText(shown.issuer.name) });
  return layout({ title, main: html`<div class="message claim">${main}</div>`, issuer: shown.issuer }, at, assets, language);
}

function erasing({ issuer: { name }, mistyped }: DataPage, language: PublicLanguage): Html {
  const { own: texts } = language.texts;
  const word = html`<strong>${texts['erase-word']}</strong>`;
  const fault = mistyped
    ? html`<strong id="own-word-fault" class="fault" role="alert">${withParts(texts['erase-wrong'], { word })}</strong>`
    : null;
  const faulty = mistyped ? html` aria-invalid="true" aria-describedby="own-word-fault" autofocus` : null;
  return html`<section aria-labelledby="own-erase"><h2 id="own-erase">${texts.erase}</h2>
<ul><li>${texts['erase-means']}</li><li>${texts['erase-files']}</li><li>${texts['erase-stays']}</li>
<li>${withParts(texts['erase-elsewhere'], { issuer: quoted(name) })}</li></ul>
<form method="post"><input type="hidden" name="do" value="erase">
<p class="field"><label for="own-word">${withParts(texts['erase-type'], { word })}</label>
${fault}
<input id="own-word" name="word" maxlength="40" autocomplete="off" autocapitalize="characters" required${faulty}></p>
<button class="button" type="submit">${texts['erase-button']}</button></form></section>`;
}

/** Whether somebody typed the word of their language, in any case. */
export function isEraseWord(typed: string, { texts }: PublicLanguage): boolean {
  const plain = (text: string): string => text.trim().normalize('NFC').toUpperCase();
  return plain(typed) === plain(texts.own['erase-word']);
}
