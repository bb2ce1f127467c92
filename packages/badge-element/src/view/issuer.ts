import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../links/safe-url.js';
import { claimed } from './claimed.js';
import type { ViewContext } from './context.js';

/** The host that publishes a did:web's keys; a `did:key` or an unknown method has none. */
export function didHost(id: string | null): string | null {
  if (id === null) return null;
  const web = /^did:web:([^:#?/]+)/.exec(id);
  if (web?.[1] === undefined) return safeLink(id)?.host ?? null;
  try {
    return safeLink(`https://${decodeURIComponent(web[1])}/`)?.host ?? null;
  } catch {
    return null;
  }
}

/** What is proven about the issuer, and what the issuer says of itself, told apart. */
export function issuerView(report: Report, context: ViewContext): TemplateResult {
  const { texts } = context;
  const { badge, checks } = report;
  const bound = checks['issuer-binding'].outcome === 'passed' && checks.signature.outcome === 'passed';
  const host = bound ? didHost(badge?.issuer.id ?? null) : null;
  const linked = checks['issuer-domain'];
  const proven = bound && linked.outcome === 'passed' && typeof linked.detail?.domain === 'string' ? linked.detail.domain : null;
  const name = badge?.issuer.name ?? null;
  return html`<div part="issuer" class="issuer">
    ${bound && checks['issuer-trusted'].outcome === 'passed' ? html`<p>${texts.listed}</p>` : nothing}
    ${proven === null ? nothing : html`<p>${texts.domainProven(proven)}</p>`}
    <p>${host === null ? texts.keyUnproven : texts.keyAt(host)}</p>
    <p class="says">${name === null ? texts.issuerSilent : says(name, host === null ? texts.badgeSays : texts.issuerSays)}</p>
  </div>`;
}

/** The sentence around a claimed name keeps the name isolated from it. */
function says(name: string, sentence: (name: string) => string): TemplateResult {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return html`${before}${claimed(name)}${after}`;
}
