import type { PeopleTexts } from '@proofmark/messages/console/people';
import type { Correction, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { dayIn } from '../../controls/dates.js';
import type { ConsoleContext } from '../../shell/context.js';

/** Whether the signed-in person may list the corrections that learners ask for, and decide them. */
export function mayDecide({ may }: Pick<ConsoleContext, 'may'>): boolean {
  return may('recipients:read') && may('credentials:issue') && may('credentials:revoke');
}

/** The oldest that wait. */
export function askCorrections(
  { ask, issuer }: Pick<ConsoleContext, 'ask' | 'issuer'>,
  signal: AbortSignal,
): Promise<Answer<Page<Correction>>> {
  return ask<Page<Correction>>('GET', `corrections?issuer=${issuer?.id ?? ''}&limit=20`, undefined, { signal });
}

export interface CorrectionsView {
  readonly context: ConsoleContext;
  readonly words: PeopleTexts;
  readonly corrections: readonly Correction[];
  readonly busy: boolean;
  onDecide(one: Correction, accept: boolean): void;
}

/** What learners say is right of their names and addresses, with a decision for each. Nothing where none waits. */
export function correctionsView({ context, words, corrections, busy, onDecide }: CorrectionsView): TemplateResult | typeof nothing {
  if (corrections.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="corrections">
    <h2 id="corrections">${words.corrections({ count: corrections.length })}</h2>
    <p class="lead">${words['corrections-lead']}</p>
    <ul class="rows corrections">
      ${corrections.map((one) => {
        const { id, credentialId, proposed, provesAddress, createdAt } = one;
        const label = `correction-${id}`;
        return html`<li>
          <div id=${label}>
            <p><a href=${context.href(`badges/${credentialId}`)}>${words['correction-badge']}</a> <time datetime=${createdAt}>${dayIn(context.lang, createdAt)}</time></p>
            ${proposed?.name == null ? nothing : html`<p>${words['correction-name']} <strong><bdi>${proposed.name}</bdi></strong></p>`}
            ${proposed?.email == null ? nothing : html`<p>${words['correction-email']} <strong><bdi>${proposed.email}</bdi></strong></p>`}
            ${provesAddress ? nothing : html`<p>${words['correction-doubt']}</p>`}
          </div>
          <div class="actions">
            <button type="button" aria-describedby=${label} ?disabled=${busy} @click=${() => onDecide(one, true)}>${words.agree}</button>
            <button type="button" class="quiet" aria-describedby=${label} ?disabled=${busy} @click=${() => onDecide(one, false)}>${words.disagree}</button>
          </div>
        </li>`;
      })}
    </ul>
  </section>`;
}
