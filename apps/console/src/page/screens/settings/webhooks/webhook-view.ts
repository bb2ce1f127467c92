import type { SettingsTexts } from '@proofmark/messages/console/settings';
import type { Webhook } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { dayIn, timeIn } from '../../../controls/dates.js';
import type { ConsoleContext } from '../../../shell/context.js';

interface Shown {
  readonly words: SettingsTexts;
  readonly context: ConsoleContext;
  readonly webhook: Webhook;
  readonly mayChange: boolean;
  readonly busy: boolean;
  /** Null while they are folded. */
  readonly deliveries: TemplateResult | null;
  test(webhook: Webhook): void;
  turn(webhook: Webhook): void;
  rotate(webhook: Webhook): void;
  remove(webhook: Webhook): void;
}

/** One webhook: where it leads, how it does, and what can be done with it. */
export function webhookView({
  words: all,
  context,
  webhook,
  mayChange,
  busy,
  deliveries,
  test,
  turn,
  rotate,
  remove,
}: Shown): TemplateResult {
  const { webhooks: words } = all;
  const { lang } = context;
  const { url, description, eventTypes, disabled, failingSince, lastDeliveredAt, id } = webhook;
  const names: Readonly<Record<string, string>> = words.events;
  const state =
    disabled !== null
      ? html`<span class="state old">${words.stops[disabled.reason]}</span>`
      : failingSince !== null
        ? html`<span class="state bad">${words.failing({ time: timeIn(lang, failingSince) })}</span>`
        : html`<span class="state good">${words.running}</span>`;
  const button = (label: string, act: (webhook: Webhook) => void) =>
    html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => act(webhook)}>${label}</button>`;
  return html`<section class="panel" aria-label=${url}>
    <h2><code>${url}</code></h2>
    ${description === null ? '' : html`<p>${description}</p>`}
    <dl>
      <dt>${words.state}</dt><dd>${state}</dd>
      <dt>${words.sent}</dt><dd>${eventTypes === null ? words.all : eventTypes.map((type) => names[type] ?? type).join(', ')}</dd>
      <dt>${words.last}</dt><dd>${lastDeliveredAt === null ? words.never : dayIn(lang, lastDeliveredAt)}</dd>
    </dl>
    <div class="actions">
      ${
        deliveries === null
          ? html`<a class="button quiet" href=${context.href('settings/webhooks', { webhook: id })}>${words.deliveries}</a>`
          : html`<a class="button quiet" href=${context.href('settings/webhooks')}>${words.fold}</a>`
      }
      ${
        mayChange
          ? html`${button(words.test, test)} ${button(disabled === null ? words.pause : words.resume, turn)} ${button(words.rotate, rotate)} ${button(words.remove, remove)}`
          : ''
      }
    </div>
    ${deliveries ?? ''}
  </section>`;
}
