import type { AccountTexts } from '@proofmark/messages/console/account';
import type { Passkey } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import { textField } from '../../controls/fields.js';

export interface PasskeysView {
  readonly lang: string;
  readonly save: string;
  readonly cancel: string;
  /** Why none can be added now; null where one can. */
  readonly hindrance: 'old' | 'unsupported' | null;
  /** The address of the person was never proven. */
  readonly unproven: boolean;
  readonly busy: boolean;
  /** The one that gets another name, and what was typed. */
  readonly renamed: { readonly id: string; readonly name: string } | null;
  readonly name: string;
  onName(name: string): void;
  onAdd(): void;
  onRename(renamed: PasskeysView['renamed']): void;
  onRenamed(): void;
  onDelete(passkey: Passkey): void;
}

/** The passkeys of a person, and how to add one. */
export function passkeysView(words: AccountTexts, passkeys: readonly Passkey[], view: PasskeysView): TemplateResult {
  const said = words.passkeys;
  const add = (event: Event): void => {
    event.preventDefault();
    view.onAdd();
  };
  return html`
    <p class="lead">${said.lead}</p>
    ${passkeys.length === 0 ? html`<p>${said.none}</p>` : html`<ul class="rows">${passkeys.map((one) => row(words, one, view))}</ul>`}
    ${view.unproven ? html`<p class="hint">${said.unproven}</p>` : nothing}
    ${
      view.hindrance === null
        ? html`<form class="plain" @submit=${add} aria-busy=${view.busy}>
            ${textField({ ...{ label: said.label, name: 'passkey', hint: said.hint, value: view.name, most: 100, required: true }, onInput: view.onName })}
            <button ?disabled=${view.busy}>${said.add}</button>
          </form>`
        : html`<p>${said[view.hindrance]}</p>`
    }
  `;
}

function row(words: AccountTexts, passkey: Passkey, view: PasskeysView): TemplateResult {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const said = words.passkeys;
  if (view.renamed?.id === id) return renaming(words, passkey, view.renamed.name, view);
  return html`<li>
    <span><strong>${name}</strong><br />${said.made({ day: dayIn(view.lang, createdAt) })}, ${lastUsedAt === null ? said.unused : said.used({ day: dayIn(view.lang, lastUsedAt) })}</span>
    <span class="actions">
      <button type="button" class="quiet" aria-label=${said['rename-one']({ name })} @click=${() => view.onRename({ id, name })}>${said.rename}</button>
      <button type="button" class="quiet" aria-label=${said['delete-one']({ name })} @click=${() => view.onDelete(passkey)}>${said.delete}</button>
    </span>
  </li>`;
}

function renaming(words: AccountTexts, { id, name }: Passkey, typed: string, view: PasskeysView): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    view.onRenamed();
  };
  const label = words.passkeys['new-name']({ name });
  return html`<li>
    <form class="plain" @submit=${send}>
      ${textField({ ...{ label, name: `rename-${id}`, value: typed, most: 100, required: true }, onInput: (text) => view.onRename({ id, name: text }) })}
      <span class="actions">
        <button ?disabled=${view.busy}>${view.save}</button>
        <button type="button" class="quiet" @click=${() => view.onRename(null)}>${view.cancel}</button>
      </span>
    </form>
  </li>`;
}
