import type { SettingsTexts } from '@proofmark/messages/console/settings';
import type { DeliveryState, Page, WebhookDelivery } from '@proofmark/schemas/api';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { timeIn } from '../../../controls/dates.js';
import { choiceField } from '../../../controls/fields.js';
import { tableView } from '../../../controls/table.js';
import type { ConsoleContext } from '../../../shell/context.js';
import { Loaded } from '../../../shell/loaded.js';

type Host = ReactiveControllerHost & { readonly context: ConsoleContext };

/** The deliveries of one webhook, the newest first, in pages that are added. */
export class Deliveries {
  readonly #host: Host;
  readonly loaded: Loaded<Page<WebhookDelivery>>;
  /** Whose they are; null for none. */
  webhook: string | null = null;
  state: DeliveryState | '' = '';

  constructor(host: Host) {
    this.#host = host;
    this.loaded = new Loaded<Page<WebhookDelivery>>(host, (signal) => this.#read('', signal));
  }

  open(webhook: string | null, state: string | null): void {
    this.webhook = webhook;
    this.state = state === 'waiting' || state === 'delivered' || state === 'failed' ? state : '';
    if (webhook !== null) void this.loaded.load({ forget: true });
  }

  async load(): Promise<void> {
    if (this.webhook !== null) await this.loaded.load();
  }

  async more(): Promise<void> {
    const next = this.loaded.value?.next ?? null;
    if (next === null) return;
    const asked = this.#read(`&cursor=${encodeURIComponent(next)}`);
    await this.loaded.add(asked, (before, page) => ({ data: [...before.data, ...page.data], next: page.next }));
  }

  #read(cursor: string, signal?: AbortSignal) {
    const state = this.state === '' ? '' : `&state=${this.state}`;
    const path = `webhooks/${this.webhook}/deliveries?limit=20${state}${cursor}`;
    return this.#host.context.ask<Page<WebhookDelivery>>('GET', path, undefined, signal === undefined ? {} : { signal });
  }
}

interface Shown {
  readonly words: SettingsTexts;
  readonly context: ConsoleContext;
  readonly deliveries: Deliveries;
  readonly mayChange: boolean;
  readonly busy: boolean;
  replay(delivery: WebhookDelivery): void;
}

export function deliveriesView({ words: all, context, deliveries, mayChange, busy, replay }: Shown): TemplateResult {
  const { webhooks: words } = all;
  const names: Readonly<Record<string, string>> = words.events;
  const failures: Readonly<Record<string, string>> = words.failures;
  const choose = (state: DeliveryState | ''): void =>
    context.go('settings/webhooks', { webhook: deliveries.webhook ?? '', ...(state === '' ? {} : { state }) }, { replace: true });
  const answer = ({ status, failure, excerpt }: WebhookDelivery): TemplateResult => html`
    ${failure === null ? (status === null ? '' : words.status({ status: String(status) })) : failure === 'http-status' ? words.status({ status: String(status) }) : (failures[failure] ?? failure)}
    ${excerpt === null || excerpt === '' ? '' : html`<details><summary>${words.excerpt}</summary><code>${excerpt}</code></details>`}`;
  return html`
    ${choiceField<DeliveryState | ''>({
      ...{ label: words['state-of'], name: 'delivery-state', value: deliveries.state },
      options: [['', words.any], ...(['waiting', 'delivered', 'failed'] as const).map((state) => [state, words.states[state]] as const)],
      onChange: choose,
    })}
    ${deliveries.loaded.view(({ data, next }) =>
      data.length === 0
        ? html`<p>${words['no-deliveries']}</p>`
        : html`${tableView({
            caption: words.deliveries,
            rows: data,
            keyOf: ({ id }) => id,
            columns: [
              { key: 'what', title: words.what, isName: true, cell: ({ type }) => names[type] ?? type },
              { key: 'at', title: words.at, cell: ({ createdAt }) => timeIn(context.lang, createdAt) },
              {
                key: 'state',
                title: words.state,
                cell: ({ state }) =>
                  html`<span class="state ${state === 'delivered' ? 'good' : state === 'failed' ? 'bad' : 'old'}">${words.states[state]}</span>`,
              },
              { key: 'attempts', title: words.attempts, cell: ({ attempts }) => attempts },
              { key: 'answer', title: words.answer, cell: answer },
              {
                key: 'act',
                title: words.act,
                cell: (one) =>
                  mayChange && one.type !== 'webhook.test'
                    ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => replay(one)}>${words.replay}</button>`
                    : '',
              },
            ],
          })}
          ${next === null ? '' : html`<button type="button" class="quiet" @click=${() => deliveries.more()}>${context.texts.more}</button>`}`,
    )}
  `;
}
