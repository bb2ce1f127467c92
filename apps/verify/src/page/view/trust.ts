import { html, type TemplateResult } from 'lit';

export interface TrustActions {
  readonly text: string;
  readonly kept: boolean;
  readonly onTrust: (text: string, keep: boolean) => void;
}

/** The reader's own list of issuers. What is on it is confirmed by the reader, not by us. */
export function trustView({ text, kept, onTrust }: TrustActions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    onTrust(String(form.get('trusted') ?? ''), form.get('keep') !== null);
  };
  const count = text.split('\n').filter((line) => line.trim() !== '').length;
  return html`<details class="trust">
    <summary>Issuers you trust: ${count === 0 ? 'none named' : count}</summary>
    <form class="row" @submit=${submit}>
      <label for="trusted">One on each line: a domain, an identifier, or the address of a registry</label>
      <textarea id="trusted" name="trusted" rows="4" spellcheck="false" placeholder="acme.example" .value=${text} aria-describedby="trusted-note"></textarea>
      <p id="trusted-note" class="muted">
        A badge of an issuer on your list is shown as confirmed when the issuer proves that it holds the domain. A registry is asked for each issuer; it
        learns which one.
      </p>
      <p><label class="plain"><input type="checkbox" name="keep" ?checked=${kept} /> Keep the list in this browser</label></p>
      <button type="submit" class="quiet">Use this list</button>
    </form>
  </details>`;
}
