import type { ConsoleTexts } from '@proofmark/messages/console';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from '../api.js';
import { formView } from './forms.js';

/** The screens of somebody who is not signed in. `owner`, `signin` and `invite` are the kinds of links. */
export type SessionScreen = 'sign-in' | 'school' | 'sent' | 'owner' | 'signin' | 'invite';

export interface SessionView {
  readonly screen: SessionScreen;
  readonly busy: boolean;
  readonly problem: ProblemKind | null;
  /** Mails are shown on this machine, since none are sent. */
  readonly kept: boolean;
  /** Whether any school signs its people in here by a provider of its own. */
  readonly schools: boolean;
  /** Sends a form, and goes on with what it leads to. */
  send(path: string, values: object): void;
  /** Signs in with a passkey. */
  passkey(): void;
  again(): void;
  /** Leads to the form of `school`. */
  bySchool(): void;
  /** Goes to the provider of a school. */
  toSchool(email: string): void;
}

/** Draws one of them. */
export function sessionView(texts: ConsoleTexts, view: SessionView): TemplateResult {
  const { screen, busy, problem, kept, schools, send } = view;
  const common = { busy, problem };
  const email = { name: 'email', type: 'email', autocomplete: 'email' } as const;
  switch (screen) {
    case 'sign-in': {
      const { title, lead, send: button, email: label } = texts['sign-in'];
      const form = formView(texts, {
        ...{ ...common, title, lead, fields: [{ ...email, label }], button },
        onSend: (values) => send('sign-in-links', values),
      });
      const byPasskey = html`<button class="quiet" ?disabled=${busy} @click=${view.passkey}>${texts['sign-in'].passkey}</button>`;
      const bySchool = html`<button class="quiet" ?disabled=${busy} @click=${view.bySchool}>${texts.school.title}</button>`;
      return html`${form}<p class="actions">${'PublicKeyCredential' in window ? byPasskey : nothing}${schools ? bySchool : nothing}</p>`;
    }
    case 'school': {
      const { title, lead, go } = texts.school;
      const fields = [{ ...email, label: texts['sign-in'].email }];
      const form = formView(texts, {
        ...common,
        title,
        lead,
        fields,
        button: go,
        onSend: (values) => view.toSchool(values.email ?? ''),
      });
      return html`${form}<button class="quiet" @click=${view.again}>${texts.back}</button>`;
    }
    case 'sent': {
      const { sent, again, kept: link, 'sent-more': more } = texts['sign-in'];
      return html`
        <h1 tabindex="-1">${sent}</h1>
        <p class="lead">${more}</p>
        ${kept ? html`<p><a href="./mail">${link}</a></p>` : nothing}
        <button class="quiet" @click=${view.again}>${again}</button>
      `;
    }
    case 'signin': {
      const { title, lead, go } = texts.link;
      return formView(texts, { ...common, title, lead, fields: [], button: go, onSend: () => send('sessions', {}) });
    }
    case 'invite': {
      const { title, lead, name, go } = texts.invitation;
      const fields = [{ name: 'name', label: name, autocomplete: 'name' }] as const;
      return formView(texts, { ...common, title, lead, fields, button: go, onSend: (values) => send('invitations/accept', values) });
    }
    case 'owner': {
      const { title, lead, name, email: label, organisation, go } = texts.owner;
      const fields = [
        { name: 'name', label: name, autocomplete: 'name' },
        { ...email, label },
        { name: 'organisation', label: organisation, autocomplete: 'organization' },
      ] as const;
      return formView(texts, { ...common, title, lead, fields, button: go, onSend: (values) => send('owners', values) });
    }
  }
}
