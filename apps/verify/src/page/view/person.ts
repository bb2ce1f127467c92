import { claimed } from '@proofmark/badge-element/view';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { sentence } from './sentence.js';

export interface PersonActions {
  readonly busy: boolean;
  readonly recipient: string;
  readonly onRecipient: (recipient: string) => void;
}

/** The address that is compared with the badge, or with each of them. It stays in this page. */
export function personForm(actions: PersonActions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    actions.onRecipient(String(new FormData(event.target as HTMLFormElement).get('recipient') ?? '').trim());
  };
  return html`<form class="row" @submit=${submit}>
      <label for="recipient">E-mail address of the person who showed you this</label>
      <input id="recipient" name="recipient" type="email" autocomplete="off" .value=${actions.recipient} aria-describedby="recipient-note" />
      <button type="submit" ?disabled=${actions.busy}>Compare</button>
    </form>
    <p id="recipient-note" class="muted">The address is hashed and compared in this page. It is sent nowhere and kept nowhere.</p>`;
}

/** Whether the badge was issued to the address, with what that shows and what it does not. */
export function personAnswer(report: Report): TemplateResult {
  const outcome = report.checks.recipient;
  const asked = outcome.outcome === 'passed' || outcome.outcome === 'failed';
  const { name } = report.badge?.recipient ?? { name: null };
  return html`${name === null ? nothing : html`<p>The badge says it was awarded to ${claimed(name)}. Compare that with an identity document.</p>`}
    <p class="person" data-outcome=${outcome.outcome}>${sentence('recipient', report)}</p>
    ${
      asked
        ? html`<p class="muted">
            ${
              outcome.outcome === 'passed'
                ? 'This shows that the issuer made it out to this address. It does not show that the person before you owns the address: ask for an answer from it.'
                : 'This shows that the issuer made it out to another address. It does not show that it is somebody else’s: people have several addresses.'
            }
          </p>`
        : nothing
    }`;
}
