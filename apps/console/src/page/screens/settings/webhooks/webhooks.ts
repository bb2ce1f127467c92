import type { CreateWebhook, Page, Webhook, WebhookDelivery, WebhookWithSecret } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer } from '../../../api.js';
import { copyButton } from '../../../controls/copy.js';
import { Loaded } from '../../../shell/loaded.js';
import { Part } from '../part.js';
import { Deliveries, deliveriesView } from './deliveries.js';
import { EMPTY_WEBHOOK, type NewWebhook, webhookForm } from './webhook-form.js';
import { webhookView } from './webhook-view.js';

/** Where events are sent, with each delivery. Who may only look is offered nothing else. */
class Webhooks extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, wanted: { state: true }, made: { state: true } };
  declare wanted: NewWebhook;
  /** The one whose secret is shown. */
  declare made: WebhookWithSecret | null;
  #webhooks = new Loaded<readonly Webhook[]>(this, async (signal): Promise<Answer<readonly Webhook[]>> => {
    const found = await this.context.ask<Page<Webhook>>('GET', `webhooks?issuer=${this.issuer.id}&limit=100`, undefined, { signal });
    return found.ok ? { ok: true, value: found.value.data } : found;
  });
  #deliveries = new Deliveries(this);

  constructor() {
    super();
    this.wanted = EMPTY_WEBHOOK;
    this.made = null;
  }

  protected override open(): void {
    // A secret is shown once: it stays until it was kept, also while deliveries are looked at.
    if (this.made?.issuerId !== this.issuer.id) this.made = null;
    void this.#webhooks.load({ forget: true });
    this.#deliveries.open(this.query.get('webhook'), this.query.get('state'));
  }

  protected override render(): TemplateResult {
    const { words, context } = this;
    const mayChange = context.may('webhooks:write');
    return html`
      ${this.problem()} ${this.made === null ? '' : this.#secret(this.made)}
      ${this.#webhooks.view((webhooks) =>
        webhooks.length === 0
          ? html`<p class="panel">${words.webhooks.none}</p>`
          : webhooks.map((webhook) =>
              webhookView({
                ...{ words, context, webhook, mayChange, busy: this.busy },
                ...{ test: this.#test, turn: this.#turn, rotate: this.#rotate, remove: this.#remove },
                deliveries:
                  this.#deliveries.webhook === webhook.id
                    ? deliveriesView({
                        words,
                        context,
                        deliveries: this.#deliveries,
                        mayChange,
                        busy: this.busy,
                        replay: (one) => this.#replay(one),
                      })
                    : null,
              }),
            ),
      )}
      ${mayChange ? webhookForm({ words, wanted: this.wanted, busy: this.busy, change: (part) => (this.wanted = { ...this.wanted, ...part }), send: this.#make }) : ''}
    `;
  }

  #secret({ secret, url }: WebhookWithSecret): TemplateResult {
    const { webhooks: words, copy } = this.words;
    return html`<section class="panel secret" role="status" aria-label=${words.once}>
      <h2>${words['secret-of']({ url })}</h2>
      <p>${words.once}</p>
      <p><code>${secret}</code></p>
      <div class="actions">
        ${copyButton(copy, this.context, secret)}
        <button type="button" @click=${() => (this.made = null)}>${words.kept}</button>
      </div>
    </section>`;
  }

  #make = async (): Promise<void> => {
    const sent = this.wanted;
    const { url, description, all, types } = sent;
    const body: CreateWebhook = {
      ...{ issuerId: this.issuer.id, url: url.trim() },
      ...(description.trim() === '' ? {} : { description: description.trim() }),
      ...(all ? {} : { eventTypes: [...types] }),
    };
    const done = await this.act(this.context.ask<WebhookWithSecret>('POST', 'webhooks', body), this.words.webhooks.added);
    if (done === null) return;
    this.#reveal(done.value);
    // The form is not emptied where somebody has typed into it since.
    if (this.wanted === sent) this.wanted = EMPTY_WEBHOOK;
    await this.#webhooks.load();
  };

  /** Shows the secret. Where the screen was left, a message says that it was not shown. */
  #reveal(made: WebhookWithSecret): void {
    if (this.isConnected) this.made = made;
    else this.context.say({ tone: 'bad', text: this.words.webhooks['not-shown']({ url: made.url }) });
  }

  #test = async ({ id }: Webhook): Promise<void> => {
    const { webhooks: words } = this.words;
    const done = await this.act(this.context.ask<WebhookDelivery>('POST', `webhooks/${id}/test`));
    if (done === null) return;
    const { state, status, failure } = done.value;
    const failures: Readonly<Record<string, string>> = words.failures;
    const why =
      failure === null ? '' : failure === 'http-status' ? words.status({ status: String(status) }) : (failures[failure] ?? failure);
    this.context.say(
      state === 'delivered' ? { tone: 'good', text: words['test-arrived'] } : { tone: 'bad', text: words['test-failed']({ why }) },
    );
    await this.#deliveries.load();
  };

  #turn = async ({ id, disabled }: Webhook): Promise<void> => {
    const { webhooks: words } = this.words;
    const told = disabled === null ? words.paused : words.resumed;
    if ((await this.act(this.context.ask('PATCH', `webhooks/${id}`, { enabled: disabled !== null }), told)) !== null)
      await this.#webhooks.load();
  };

  #rotate = async ({ id }: Webhook): Promise<void> => {
    const { webhooks: words } = this.words;
    if (!(await this.context.confirm({ title: words['rotate-title'], text: words['rotate-text'], yes: words.rotate }))) return;
    const done = await this.act(this.context.ask<WebhookWithSecret>('POST', `webhooks/${id}/rotate-secret`));
    if (done !== null) this.#reveal(done.value);
    await this.#webhooks.load();
  };

  #remove = async ({ id, url }: Webhook): Promise<void> => {
    const { webhooks: words } = this.words;
    if (!(await this.context.confirm({ title: words['remove-title']({ url }), text: words['remove-text'], yes: words.remove }))) return;
    if ((await this.act(this.context.ask('DELETE', `webhooks/${id}`), words.removed)) !== null) await this.#webhooks.load();
  };

  async #replay({ webhookId, id }: WebhookDelivery): Promise<void> {
    const asked = this.context.ask('POST', `webhooks/${webhookId}/deliveries/${id}/replay`);
    if ((await this.act(asked, this.words.webhooks.replayed)) !== null) await this.#deliveries.load();
  }
}

customElements.define('settings-webhooks', Webhooks);
