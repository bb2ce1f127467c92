import type { SettingsTexts } from '@proofmark/messages/console/settings';
import type { Scope } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { checkField, choiceField, textField } from '../../../controls/fields.js';

export interface NewKey {
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Days after which it ends; empty for never. */
  readonly days: '' | '30' | '90' | '365';
}

export const EMPTY_KEY: NewKey = {
  name: '',
  scopes: new Set<Scope>(['achievements:read', 'credentials:read', 'credentials:issue']),
  days: '365',
};

interface KeyForm {
  readonly words: SettingsTexts;
  readonly wanted: NewKey;
  readonly busy: boolean;
  change(part: Partial<NewKey>): void;
  send(): void;
}

/** Makes a key: for what, with what it may do in plain words, and until when. */
export function keyForm({ words: all, wanted, busy, change, send }: KeyForm): TemplateResult {
  const { 'api-keys': words } = all;
  const names: Readonly<Record<Scope, string>> = words.scopes;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (wanted.scopes.size > 0) send();
  };
  const choose = (scope: Scope, isIn: boolean): void => {
    const scopes = new Set(wanted.scopes);
    isIn ? scopes.add(scope) : scopes.delete(scope);
    change({ scopes });
  };
  return html`<form class="wide" aria-labelledby="make" @submit=${submit}>
    <h2 id="make">${words.make}</h2>
    ${textField({ label: words['for-what'], name: 'key-name', value: wanted.name, required: true, most: 100, hint: words['for-what-hint'], onInput: (name) => change({ name }) })}
    <fieldset>
      <legend>${words.may}</legend>
      <p class="hint">${words['may-hint']}</p>
      <div class="columns">
        ${(Object.keys(names) as Scope[]).map((scope) => checkField({ label: names[scope], name: `scope-${scope}`, checked: wanted.scopes.has(scope), onChange: (isIn) => choose(scope, isIn) }))}
      </div>
    </fieldset>
    ${choiceField<NewKey['days']>({
      ...{ label: words['ends-after'], name: 'days', value: wanted.days },
      options: [
        ['30', words.days({ count: 30 })],
        ['90', words.days({ count: 90 })],
        ['365', words.days({ count: 365 })],
        ['', words.never],
      ],
      onChange: (days) => change({ days }),
    })}
    ${wanted.scopes.size === 0 ? html`<p class="field-error" role="alert">${words['no-scope']}</p>` : ''}
    <button ?disabled=${busy || wanted.scopes.size === 0}>${words.make}</button>
  </form>`;
}
