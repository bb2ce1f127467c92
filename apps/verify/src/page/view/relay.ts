import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../checking/batch.js';

/** The choice to let this site ask hosts that do not answer the browser. Nothing is asked through it before. */
export function relayView({ relay, busy, looking }: Batch, onRelay: (on: boolean) => void): TemplateResult | typeof nothing {
  if (relay.on) {
    return html`<p class="muted">
      Hosts that do not answer your browser are asked through this site. <button type="button" class="quiet" @click=${() => onRelay(false)}>Stop that</button>
    </p>`;
  }
  if (!relay.available || relay.silent.size === 0 || busy || looking) return nothing;
  const hosts = [...relay.silent];
  return html`<div class="relay">
    <p>
      ${hosts.length === 1 ? '1 host' : `${hosts.length} hosts`} did not answer your browser: ${hosts.slice(0, 5).join(', ')}${hosts.length > 5 ? ', …' : ''}. Many hosts let no
      other site read what they serve. This site can ask for you; it then learns which addresses you ask about.
    </p>
    <button type="button" class="quiet" @click=${() => onRelay(true)}>Ask through this site</button>
  </div>`;
}
