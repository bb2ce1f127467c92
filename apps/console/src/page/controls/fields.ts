import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Described {
  readonly label: string;
  readonly name: string;
  /** What helps to fill it in; stands below the label. */
  readonly hint?: unknown;
  /** What is wrong with it. */
  readonly error?: string | null | undefined;
  readonly required?: boolean;
  /** The language of what is typed, where it is not that of the page. */
  readonly lang?: string;
}

export interface TextField extends Described {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'url' | 'date' | 'number' | 'search' | 'password' | 'color';
  readonly autocomplete?: AutoFill;
  readonly most?: number;
  readonly placeholder?: string;
  onInput(value: string): void;
  /** When it is left. */
  onChange?(value: string): void;
}

/** The id of the hint or of the error of a field, for `aria-describedby`. */
const noteOf = (name: string): string => `note-${name}`;

function notes({ name, hint, error }: Described): TemplateResult | typeof nothing {
  if (hint === undefined && (error === undefined || error === null)) return nothing;
  return html`<span class="notes" id=${noteOf(name)}>
    ${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
    ${error === undefined || error === null ? nothing : html`<span class="field-error">${error}</span>`}
  </span>`;
}

const describedBy = ({ name, hint, error }: Described) => (hint === undefined && (error ?? null) === null ? nothing : noteOf(name));
const invalid = ({ error }: Described) => ((error ?? null) === null ? nothing : 'true');
const typed = (event: Event): string => (event.target as HTMLInputElement).value;

/** A field of one line. */
export function textField(field: TextField): TemplateResult {
  const { label, name, value, type = 'text', autocomplete, most, placeholder, lang, required = false, onInput, onChange } = field;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${notes(field)}
    <input id=${name} name=${name} type=${type} .value=${live(value)} ?required=${required} autocomplete=${autocomplete ?? 'off'}
      maxlength=${most ?? nothing} lang=${lang ?? nothing} placeholder=${placeholder ?? nothing} aria-describedby=${describedBy(field)} aria-invalid=${invalid(field)}
      @input=${(event: Event) => onInput(typed(event))} @change=${(event: Event) => onChange?.(typed(event))} />
  </div>`;
}

export interface AreaField extends Described {
  readonly value: string;
  readonly rows?: number;
  readonly most?: number;
  onInput(value: string): void;
}

/** A field of several lines. */
export function areaField(field: AreaField): TemplateResult {
  const { label, name, value, rows = 4, most, lang, required = false, onInput } = field;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${notes(field)}
    <textarea id=${name} name=${name} rows=${rows} lang=${lang ?? nothing} ?required=${required} maxlength=${most ?? nothing} .value=${live(value)}
      aria-describedby=${describedBy(field)} aria-invalid=${invalid(field)} @input=${(event: Event) => onInput(typed(event))}></textarea>
  </div>`;
}

export interface ChoiceField<T extends string> extends Described {
  readonly value: T | '';
  /** What can be chosen, and its words. */
  readonly options: readonly (readonly [T | '', string])[];
  onChange(value: T): void;
}

/** One of a list. */
export function choiceField<T extends string>(field: ChoiceField<T>): TemplateResult {
  const { label, name, value, options, required = false, onChange } = field;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${notes(field)}
    <select id=${name} name=${name} ?required=${required} aria-describedby=${describedBy(field)} aria-invalid=${invalid(field)}
      @change=${(event: Event) => onChange(typed(event) as T)}>
      ${options.map(([code, words]) => html`<option value=${code} .selected=${live(code === value)}>${words}</option>`)}
    </select>
  </div>`;
}

export interface CheckField extends Described {
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

/** A yes or no. */
export function checkField(field: CheckField): TemplateResult {
  const { label, name, checked, onChange } = field;
  const change = (event: Event): void => onChange((event.target as HTMLInputElement).checked);
  return html`<div class="field check">
    <label for=${name}><input id=${name} name=${name} type="checkbox" .checked=${live(checked)} aria-describedby=${describedBy(field)} @change=${change} />${label}</label>
    ${notes(field)}
  </div>`;
}
