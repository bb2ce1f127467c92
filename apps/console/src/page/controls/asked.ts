import { html, type TemplateResult } from 'lit';

interface Asked {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
}

export interface AskedText extends Asked {
  readonly type?: 'text' | 'date';
  readonly most?: number;
  onInput(value: string): void;
}

/** A field of a question. What is typed stays with the field: the question is drawn anew while a word is typed. */
export function askedText({ label, name, hint, type = 'text', most = 500, onInput }: AskedText): TemplateResult {
  return html`<label class="field">${label}<span class="hint" id=${`asked-${name}`}>${hint ?? ''}</span>
    <input name=${name} type=${type} maxlength=${most} autocomplete="off" aria-describedby=${`asked-${name}`} @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)} />
  </label>`;
}

export interface AskedCheck extends Asked {
  /** What it is at first; yes when absent. */
  readonly checked?: boolean;
  onChange(checked: boolean): void;
}

/** A yes or no of a question. */
export function askedCheck({ label, name, checked = true, onChange }: AskedCheck): TemplateResult {
  const change = (event: Event): void => onChange((event.target as HTMLInputElement).checked);
  return html`<div class="field check"><label><input name=${name} type="checkbox" ?checked=${checked} @change=${change} />${label}</label></div>`;
}
