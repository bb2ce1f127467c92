import { choice, pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import { withParts } from './sentences.js';

const PURPOSES: Readonly<Record<string, string>> = pageTexts.contacted.purposes;

/** Every host that was asked, what for, and whether by the reader's browser or by the relay of this site. */
export function contactedView(reports: readonly Report[], relayed: ReadonlySet<string>): TemplateResult {
  const hosts = new Map<string, Set<string>>();
  for (const { host, for: purpose } of reports.flatMap(({ contacted }) => contacted)) {
    hosts.set(host, (hosts.get(host) ?? new Set()).add(PURPOSES[purpose] ?? purpose));
  }
  const { contacted } = pageTexts;
  return html`<details class="contacted">
    <summary>${contacted.summary({ count: hosts.size })}</summary>
    ${
      hosts.size === 0
        ? html`<p>${contacted.none}</p>`
        : html`<ul>${[...hosts].map(
            ([host, purposes]) =>
              html`<li>${withParts(({ host: place }) => contacted.host({ host: place, purposes: [...purposes].join(', '), relayed: choice(relayed.has(host)) }), { host: html`<strong>${host}</strong>` })}</li>`,
          )}</ul>
            <p class="muted">${contacted['by-browser']({ relayed: choice(relayed.size > 0) })}</p>`
    }
  </details>`;
}
