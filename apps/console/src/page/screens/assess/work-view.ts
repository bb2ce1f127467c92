import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { AssessedWork, Assessment, CredentialResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../../shell/context.js';
import { foundWords } from './found-words.js';

/** The pieces of work, each with its link and what was found out about it. */
export function workView(words: AssessTexts, context: ConsoleContext, { work }: Assessment, badge: CredentialResource): TemplateResult {
  const said = words.work;
  const pieces = work.filter(isPiece);
  return html`<section class="panel" aria-labelledby="work">
    <h2 id="work">${said.title}</h2>
    ${pieces.length === 0 ? html`<p>${said.none}</p>` : html`<ul class="rows">${pieces.map((piece) => pieceView(words, context, piece, badge))}</ul>`}
  </section>`;
}

/** A SWHID stands beside the link whose content it names, and is no piece of its own. */
const isPiece = ({ url }: AssessedWork): boolean => url === null || !url.startsWith('swh:');

function pieceView(words: AssessTexts, { lang }: ConsoleContext, { url, name, description }: AssessedWork, badge: CredentialResource) {
  const said = words.work;
  const isOpen = url !== null && /^https?:\/\//i.test(url);
  return html`<li class="piece">
    ${
      isOpen
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi>${name ?? url}</bdi> <span class="hint">(${words['new-tab']})</span></a>`
        : html`<strong><bdi>${name ?? said.private}</bdi></strong>`
    }
    ${isOpen && name !== null ? html`<span class="hint address" dir="ltr">${url}</span>` : nothing}
    ${description === null ? nothing : html`<p class="prose" lang="">${description}</p>`}
    <ul class="findings">
      ${isOpen ? nothing : html`<li>${said['private-text']}</li>`}
      ${foundWords(words, lang, url, badge).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </li>`;
}
