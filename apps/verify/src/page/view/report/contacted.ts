import { choice } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';
import { withParts } from '../sentences.js';

/** Every host that was asked, what for, and whether by the reader's browser or by the relay of this site. */
export function contactedView(
  reports: readonly Report[],
  relayed: ReadonlySet<string>,
  { words: { contacted } }: PageContext,
): TemplateResult {
  const names: Readonly<Record<string, string>> = contacted.purposes;
  const hosts = new Map<string, Set<string>>();
  for (const { host, for: purpose } of reports.flatMap(({ contacted }) => contacted)) {
    hosts.set(host, (hosts.get(host) ?? new Set()).add(names[purpose] ?? purpose));
  }
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
