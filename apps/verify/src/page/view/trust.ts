import type { PageTexts } from '@proofmark/messages/page';
import { html, nothing, type TemplateResult } from 'lit';
import { PUBLIC_REGISTRIES } from '../checking/public-registries.js';
import type { TrustControl } from '../checking/trust-control.js';
import { entriesIn, keptTrust, MAX_LIST, withEntry, withoutEntry } from '../checking/trusted.js';
import { datedName, download } from '../results/download.js';

/** The reader's own list of issuers: they are confirmed by the reader, not by us. */
export function trustView(control: TrustControl, { trust: texts }: PageTexts): TemplateResult {
  const { list, told } = control;
  const entries = entriesIn(list.text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void control.use(String(form.get('trusted') ?? ''), form.get('keep') !== null);
  };
  const choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const field = input.form?.querySelector('textarea');
    if (file === undefined || !field) return;
    const text = file.size > MAX_LIST ? '' : await file.text();
    input.value = '';
    const isList = entriesIn(text).length > 0 && !text.includes('\u0000');
    if (isList) field.value = text;
    control.tell(isList ? 'loaded' : 'not-loaded');
  };
  const preset = (url: string, name: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    void control.use(checked ? withEntry(list.text, url, name) : withoutEntry(list.text, url), true);
  };
  return html`<details class="trust">
    <summary>${texts.summary({ count: entries.length })}</summary>
    ${list.operator === '' ? nothing : html`<p>${texts.operator({ host: list.operatorHost || 'none', issuers: entriesIn(list.operator).join(', ') })}</p>`}
    <form class="row" @submit=${submit}>
      <label for="trusted">${texts.label}</label>
      <textarea id="trusted" name="trusted" rows="4" spellcheck="false" placeholder="acme.example" .value=${list.text} aria-describedby="trusted-note"></textarea>
      <p id="trusted-note" class="muted">${texts.note}</p>
      <p><label class="plain"><input type="checkbox" name="keep" ?checked=${keptTrust() !== '' || list.text === ''} /> ${texts.keep}</label></p>
      <div class="files">
        <button type="submit">${texts.use}</button>
        <button type="button" class="quiet" ?disabled=${entries.length === 0} @click=${() => download(datedName('trusted-issuers', 'txt'), 'text/plain;charset=utf-8', list.text)}>${texts.save}</button>
        <label class="button" for="trusted-file">${texts.load}</label>
        <input class="visually-hidden" id="trusted-file" type="file" accept=".txt,text/plain" @change=${choose} />
      </div>
      ${list.unread.length === 0 ? nothing : html`<p class="problem" role="alert">${texts['not-understood']({ lines: list.unread.map((line) => `“${line.slice(0, 80)}”`).join(', ') })}</p>`}
      ${told === null ? nothing : html`<p role="status">${texts[told]}</p>`}
    </form>
    <fieldset>
      <legend>${texts.presets}</legend>
      ${PUBLIC_REGISTRIES.map(
        ({ name, url }) =>
          html`<p><label class="plain"><input type="checkbox" .checked=${entries.includes(url)} @change=${preset(url, name)} /> ${name} <span class="muted" dir="ltr">${url}</span></label></p>`,
      )}
      <p class="muted">${texts['registry-note']}</p>
    </fieldset>
  </details>`;
}
