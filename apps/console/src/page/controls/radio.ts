import { html, nothing, type TemplateResult } from 'lit';

export interface RadioField<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: T;
  /** What can be chosen, its words, and what it means where the words alone do not say. */
  readonly options: readonly (readonly [value: T, words: string, more?: string])[];
  onChange(value: T): void;
}

/** One of few, all of them in sight. */
export function radioField<T extends string>({ label, name, value, options, onChange }: RadioField<T>): TemplateResult {
  return html`<fieldset class="plain">
    <legend>${label}</legend>
    ${options.map(
      ([code, words, more]) => html`<div class="field check">
        <label><input type="radio" name=${name} value=${code} .checked=${code === value} @change=${() => onChange(code)} /><span>${words}</span></label>
        ${more === undefined ? nothing : html`<span class="notes"><span class="hint">${more}</span></span>`}
      </div>`,
    )}
  </fieldset>`;
}
