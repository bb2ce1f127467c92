import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';

const PURPOSES: Readonly<Record<string, string>> = {
  badge: 'the badge itself',
  issuer: 'the issuer’s key',
  status: 'the list of withdrawn badges',
  'status-reference': 'the address of the list of withdrawn badges',
  registry: 'a registry of issuers',
  evidence: 'the work',
  'evidence-report': 'the issuer’s report on the work',
  'related-resource': 'a document that belongs to the badge',
  'work-log': 'what became of the work since',
  domain: 'the proof of the issuer’s domain',
  refresh: 'a newer version of the badge',
  endorsement: 'an endorsement',
  schema: 'a description of the badge’s form',
};

/** Every host that was asked, what for, and whether by the reader's browser or by the relay of this site. */
export function contactedView(reports: readonly Report[], relayed: ReadonlySet<string>): TemplateResult {
  const hosts = new Map<string, Set<string>>();
  for (const { host, for: purpose } of reports.flatMap(({ contacted }) => contacted)) {
    hosts.set(host, (hosts.get(host) ?? new Set()).add(PURPOSES[purpose] ?? purpose));
  }
  return html`<details class="contacted">
    <summary>Who was asked for this: ${hosts.size === 0 ? 'nobody' : `${hosts.size} ${hosts.size === 1 ? 'host' : 'hosts'}`}</summary>
    ${
      hosts.size === 0
        ? html`<p>This check needed nothing from the network.</p>`
        : html`<ul>${[...hosts].map(([host, purposes]) => html`<li><strong>${host}</strong>, for ${[...purposes].join(', ')}${relayed.has(host) ? '; asked by this site for you' : ''}</li>`)}</ul>
            <p class="muted">${relayed.size === 0 ? 'Your browser asked them itself' : 'Where nothing else is said, your browser asked them itself'}, without cookies and without telling them where you came
              from.
            </p>`
    }
  </details>`;
}
