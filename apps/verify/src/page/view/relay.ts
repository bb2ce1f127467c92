import type { PageTexts } from '@proofmark/messages/page';
import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../checking/batch.js';

/** The choice to let this site ask hosts that do not answer the browser. Nothing is asked through it before. */
export function relayView(
  { relay, busy, looking }: Batch,
  { relay: texts }: PageTexts,
  onRelay: (on: boolean) => void,
): TemplateResult | typeof nothing {
  if (relay.on) {
    return html`<p class="muted">
      ${texts.on} <button type="button" class="quiet" @click=${() => onRelay(false)}>${texts.stop}</button>
    </p>`;
  }
  if (!relay.available || relay.silent.size === 0 || busy || looking) return nothing;
  const hosts = [...relay.silent];
  return html`<div class="relay">
    <p>${texts.offer({ count: hosts.length, hosts: [...hosts.slice(0, 5), ...(hosts.length > 5 ? ['…'] : [])].join(', ') })}</p>
    <button type="button" class="quiet" @click=${() => onRelay(true)}>${texts.ask}</button>
  </div>`;
}
