import { pageTexts } from '@proofmark/messages/page';
import { html, type TemplateResult } from 'lit';

export interface TrustActions {
  readonly text: string;
  readonly kept: boolean;
  readonly onTrust: (text: string, keep: boolean) => void;
}

/** The reader's own list of issuers: they are confirmed by the reader, not by us. */
export function trustView({ text, kept, onTrust }: TrustActions): TemplateResult {
  const texts = pageTexts.trust;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    onTrust(String(form.get('trusted') ?? ''), form.get('keep') !== null);
  };
  const count = text.split('\n').filter((line) => line.trim() !== '').length;
  return html`<details class="trust">
    <summary>${texts.summary({ count })}</summary>
    <form class="row" @submit=${submit}>
      <label for="trusted">${texts.label}</label>
      <textarea id="trusted" name="trusted" rows="4" spellcheck="false" placeholder="acme.example" .value=${text} aria-describedby="trusted-note"></textarea>
      <p id="trusted-note" class="muted">${texts.note}</p>
      <p><label class="plain"><input type="checkbox" name="keep" ?checked=${kept} /> ${texts.keep}</label></p>
      <button type="submit" class="quiet">${texts.use}</button>
    </form>
  </details>`;
}
