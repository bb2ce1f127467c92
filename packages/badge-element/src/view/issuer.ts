import { hostOfIssuer } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ViewContext } from './context.js';
import { phrase } from './phrase.js';

/**
 * What is proven about the issuer, separate from what the issuer claims.
 *
 * @param listed - what is said of an issuer on a list
 */
export function issuerView(report: Report, { texts }: ViewContext, listed: string = texts.listed): TemplateResult {
  const { badge, checks } = report;
  const bound = checks['issuer-binding'].outcome === 'passed' && checks.signature.outcome === 'passed';
  const host = bound ? hostOfIssuer(badge?.issuer.id ?? null) : null;
  const domain = bound ? found(report, 'issuer-domain', 'domain') : null;
  const registry = bound ? found(report, 'issuer-trusted', 'registry') : null;
  const known = registry === null ? null : found(report, 'issuer-trusted', 'name');
  const name = badge?.issuer.name ?? null;
  return html`<div part="issuer" class="issuer">
    ${
      registry !== null && known !== null
        ? html`<p>${phrase(({ name: given }) => texts.knownBy({ by: registry, name: given }), known)}</p>`
        : bound && checks['issuer-trusted'].outcome === 'passed'
          ? html`<p>${listed}</p>`
          : nothing
    }
    ${domain === null ? nothing : html`<p>${texts.domainProven({ host: domain })}</p>`}
    <p>${host === null ? texts.keyUnproven : texts.keyAt({ host })}</p>
    <p class="says">${name === null ? texts.issuerSilent : phrase(host === null ? texts.badgeSays : texts.issuerSays, name)}</p>
  </div>`;
}

function found({ checks }: Report, id: 'issuer-domain' | 'issuer-trusted', key: string): string | null {
  const { outcome, detail } = checks[id];
  const value = outcome === 'passed' ? detail?.[key] : undefined;
  return typeof value === 'string' ? value : null;
}
