import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { Answers } from '../../issuing/claims/give-consent.js';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { html } from '../layout/html.js';
import type { IssuerOfPage } from '../layout/issuer-links.js';
import { layout } from '../layout/layout.js';

/** Asks once more before the copies of a learner's work are deleted, which cannot be taken back. Nothing is saved yet. */
export function deletePage(
  answers: Answers,
  address: string,
  issuer: IssuerOfPage,
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage = ENGLISH,
): string {
  const { claim: texts } = language.texts;
  const asked = Object.entries(answers).filter(([, answer]) => answer !== null);
  const main = html`<h1>${texts.delete}</h1>
<p>${texts['delete-means']}</p>
<form method="post">
<input type="hidden" name="asked" value="${asked.map(([name]) => name).join(' ')}">
${asked.map(([name, answer]) => (answer === true ? html`<input type="hidden" name="${name}" value="yes">` : null))}
<input type="hidden" name="delete" value="yes">
<button class="button" type="submit">${texts['delete-button']}</button>
</form>
<p><a href="${address}">${texts['delete-not']}</a></p>`;
  return layout({ title: texts.delete, main: html`<div class="message claim">${main}</div>`, issuer }, at, assets, language);
}
