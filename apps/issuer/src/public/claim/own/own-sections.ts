import type { PublicLanguage } from '@proofmark/messages/public';
import { quoted } from '../../layout/foreign.js';
import { type Html, html } from '../../layout/html.js';
import type { IssuerOfPage } from '../../layout/issuer-links.js';
import { withParts } from '../../layout/with-parts.js';

/** What a learner can ask for on their page: what is kept of them, and to be named rightly. Both go on with a mail. */
export function ownSections({ name }: Pick<IssuerOfPage, 'name'>, language: PublicLanguage): Html {
  const { own: texts } = language.texts;
  const issuer = quoted(name);
  return html`<section aria-labelledby="own-correct"><h2 id="own-correct">${texts.correct}</h2>
<p>${withParts(texts['correct-means'], { issuer })}</p>
<form method="post"><input type="hidden" name="do" value="correct">
<p class="field"><label for="own-name">${texts.name}</label>
<input id="own-name" name="name" maxlength="200" autocomplete="name"></p>
<p class="field"><label for="own-email">${texts.email}</label>
<span id="own-email-means">${texts['email-means']}</span>
<input id="own-email" type="email" name="email" maxlength="254" autocomplete="email" aria-describedby="own-email-means"></p>
<button class="button" type="submit">${texts['correct-button']}</button></form></section>
<section aria-labelledby="own-data"><h2 id="own-data">${texts.data}</h2>
<p>${withParts(texts['data-means'], { issuer })}</p>
<p>${texts['data-mail']}</p>
<form method="post"><input type="hidden" name="do" value="data"><button class="button" type="submit">${texts['data-button']}</button></form></section>`;
}
