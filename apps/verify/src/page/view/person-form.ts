import type { PageTexts } from '@proofmark/messages/page';
import { html, type TemplateResult } from 'lit';

export interface PersonActions {
  readonly busy: boolean;
  readonly recipient: string;
  readonly onRecipient: (recipient: string) => void;
}

/** The address that is compared with the badge, or with each of them. It stays in this page. */
export function personForm({ busy, recipient, onRecipient }: PersonActions, { person }: PageTexts): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onRecipient(String(new FormData(event.target as HTMLFormElement).get('recipient') ?? '').trim());
  };
  return html`<form class="row" @submit=${submit}>
      <label for="recipient">${person.label}</label>
      <div class="beside">
        <input id="recipient" name="recipient" type="email" autocomplete="off" .value=${recipient} aria-describedby="recipient-note" />
        <button type="submit" ?disabled=${busy}>${person.compare}</button>
      </div>
    </form>
    <p id="recipient-note" class="muted">${person.note}</p>`;
}
