import type { ConsoleTexts } from '@proofmark/messages/console';
import type { TeamTexts } from '@proofmark/messages/console/team';
import { ROLES, type Role } from '@proofmark/schemas/roles';
import { html, type TemplateResult } from 'lit';
import { choiceField, textField } from '../../controls/fields.js';

export interface NewInvitation {
  readonly email: string;
  readonly role: Role;
}

interface InviteForm {
  readonly words: TeamTexts;
  readonly texts: ConsoleTexts;
  readonly wanted: NewInvitation;
  readonly busy: boolean;
  change(part: Partial<NewInvitation>): void;
  send(): void;
}

/** Asks somebody to join. */
export function inviteForm({ words, wanted, busy, change, send }: InviteForm): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return html`<form aria-labelledby="invite" @submit=${submit}>
    <h2 id="invite">${words['invite-title']}</h2>
    <p class="hint">${words['invite-text']}</p>
    ${textField({ label: words.email, name: 'email', type: 'email', value: wanted.email, required: true, most: 254, onInput: (email) => change({ email }) })}
    ${choiceField<Role>({
      ...{ label: words.role, name: 'role', value: wanted.role, hint: words.roles[wanted.role].text },
      options: ROLES.map((role) => [role, words.roles[role].name] as const),
      onChange: (role) => change({ role }),
    })}
    <button ?disabled=${busy}>${words.invite}</button>
  </form>`;
}
