import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { Assessment } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import type { ConsoleContext } from '../../shell/context.js';
import { whoWords } from './names.js';

export interface OutcomeView {
  readonly words: AssessTexts;
  readonly context: ConsoleContext;
  readonly one: Assessment;
  /** The id of another one that waits, after this one was decided here. */
  readonly next: string | null;
}

/** What was decided, by whom, where it stands, and the way on. */
export function outcomeView({ words, context, one, next }: OutcomeView): TemplateResult {
  const { outcome } = words;
  const { state, decidedAt, decidedBy, reason, endorsement, credential } = one;
  const told = { who: whoWords(words, decidedBy), day: decidedAt === null ? '' : dayIn(context.lang, decidedAt) };
  const text = state === 'endorsed' ? (endorsement?.comment ?? null) : reason;
  return html`<section class="panel outcome" data-state=${state} aria-labelledby="outcome">
    <h2 id="outcome" tabindex="-1">${state === 'endorsed' ? outcome.endorsed(told) : outcome['sent-back'](told)}</h2>
    ${text === null ? nothing : html`<blockquote class="prose" lang="">${text}</blockquote>`}
    <p>${state === 'endorsed' ? outcome.public : outcome['issuer-told']}</p>
    <p class="actions">
      ${
        endorsement === null
          ? nothing
          : html`<a href=${credential.links.html} target="_blank" rel="noopener">${words.page}</a>
              <a href=${endorsement.url} target="_blank" rel="noopener">${outcome.link}</a>`
      }
    </p>
    ${wayOn(words, context, next)}
  </section>`;
}

function wayOn({ outcome, back }: AssessTexts, { waiting, href }: ConsoleContext, next: string | null): TemplateResult {
  const count = waiting?.count ?? 0;
  return html`<p class="actions">
    ${next === null || count === 0 ? nothing : html`<a class="button" href=${href(`assess/${next}`)}>${outcome.next({ count })}</a>`}
    ${waiting !== null && count === 0 ? html`<span class="hint">${outcome.last}</span>` : nothing}
    <a href=${href('assess')}>${back}</a>
  </p>`;
}
