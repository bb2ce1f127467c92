import { shownText } from '@proofmark/messages';
import { html, type TemplateResult } from 'lit';
import type { Opinion } from '../../opinion/ask-opinions.js';
import type { OpinionState } from '../../opinion/opinions.js';
import type { PageContext } from '../page-context.js';

/** The second opinion: a button before it was asked for, and then what each library says of the signature. It stands below the verdict, and never softens it. */
export function opinionView(state: OpinionState, onAsk: () => void, { says }: PageContext): TemplateResult {
  const texts = says.later.opinion;
  if (state === 'not-asked')
    return html`<div class="opinion">
      <button type="button" class="quiet" @click=${onAsk}>${texts.ask}</button>
      <p class="muted">${texts.note}</p>
    </div>`;
  if (state === 'asking') return html`<p class="opinion" role="status">${texts.asking}</p>`;
  if (state === 'failed') return html`<p class="opinion" role="status">${texts.failed}</p>`;
  return html`<div class="opinion" role="status">
    ${state.length === 0 ? html`<p>${texts.none}</p>` : html`<ul>${state.map((opinion) => line(opinion, texts))}</ul>`}
    <p class="muted">${texts.limit}</p>
  </div>`;
}

function line({ library, opinion, theirs, of }: Opinion, texts: PageContext['says']['later']['opinion']): TemplateResult {
  const valid = theirs === 'valid' ? 'yes' : 'no';
  return html`<li data-opinion=${opinion}>
    ${opinion === 'cannot-tell' ? texts['cannot-tell']({ library }) : texts[opinion]({ library, valid })}
    ${of === null ? '' : html`<bdi class="muted" dir="ltr">${shownText(of, 200)}</bdi>`}
  </li>`;
}
