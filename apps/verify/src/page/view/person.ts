import { claimed } from '@proofmark/badge-element/view';
import { pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { checkSentence, withParts } from './sentences.js';

const { person } = pageTexts;

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
      <label for="recipient">${person.label}</label>
      <input id="recipient" name="recipient" type="email" autocomplete="off" .value=${actions.recipient} aria-describedby="recipient-note" />
      <button type="submit" ?disabled=${actions.busy}>${person.compare}</button>
    </form>
    <p id="recipient-note" class="muted">${person.note}</p>`;
}

/** Whether the badge was issued to the address, with what that shows and what it does not. */
export function personAnswer(report: Report): TemplateResult {
  const outcome = report.checks.recipient;
  const { name } = report.badge?.recipient ?? { name: null };
  return html`${name === null ? nothing : html`<p>${withParts(person.awarded, { name: claimed(name) })}</p>`}
    <p class="person" data-outcome=${outcome.outcome}>${checkSentence('recipient', report)}</p>
    ${outcome.outcome === 'passed' || outcome.outcome === 'failed' ? html`<p class="muted">${person[outcome.outcome]}</p>` : nothing}`;
}
