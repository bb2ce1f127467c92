import type { SettingsTexts } from '@proofmark/messages/console/settings';
import type { ApiEventType } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { checkField, textField } from '../../../controls/fields.js';

export interface NewWebhook {
  readonly url: string;
  readonly description: string;
  readonly all: boolean;
  readonly types: ReadonlySet<ApiEventType>;
}

export const EMPTY_WEBHOOK: NewWebhook = { url: '', description: '', all: true, types: new Set() };

interface WebhookForm {
  readonly words: SettingsTexts;
  readonly wanted: NewWebhook;
  readonly busy: boolean;
  change(part: Partial<NewWebhook>): void;
  send(): void;
}

/** Adds a webhook: where to, and for which events. */
export function webhookForm({ words: all, wanted, busy, change, send }: WebhookForm): TemplateResult {
  const { webhooks: words } = all;
  const { 'webhook.test': _, ...names }: Readonly<Record<ApiEventType | 'webhook.test', string>> = words.events;
  const submit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  const choose = (type: ApiEventType, isIn: boolean): void => {
    const types = new Set(wanted.types);
    isIn ? types.add(type) : types.delete(type);
    change({ types });
  };
  return html`<form class="wide" aria-labelledby="add" @submit=${submit}>
    <h2 id="add">${words.add}</h2>
    ${textField({ label: words.url, name: 'url', type: 'url', value: wanted.url, required: true, most: 2048, placeholder: 'https://', hint: words['url-hint'], onInput: (url) => change({ url }) })}
    ${textField({ label: words.description, name: 'description', value: wanted.description, most: 200, onInput: (description) => change({ description }) })}
    ${checkField({ label: words['all-events'], name: 'all-events', checked: wanted.all, onChange: (isAll) => change({ all: isAll }) })}
    ${
      wanted.all
        ? ''
        : html`<fieldset><legend>${words.sent}</legend><div class="columns">
            ${(Object.keys(names) as ApiEventType[]).map((type) => checkField({ label: names[type], name: `event-${type}`, checked: wanted.types.has(type), onChange: (isIn) => choose(type, isIn) }))}
          </div></fieldset>`
    }
    <button ?disabled=${busy || (!wanted.all && wanted.types.size === 0)}>${words.add}</button>
  </form>`;
}
