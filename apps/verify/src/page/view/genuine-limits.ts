import { choice, pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';

/** Of a badge that its issuer did write: what was checked for that, what it shows, and what it does not. Other verdicts say enough themselves. */
export function genuineLimits({ verdict, checks }: Report): TemplateResult | typeof nothing {
  if (!verdict.startsWith('genuine') && verdict !== 'no-longer-current') return nothing;
  return html`<p class="muted">${pageTexts.limits({
    signed: choice(checks.signature.outcome === 'passed'),
    listed: choice(checks.revoked.outcome === 'passed'),
    confirmed: choice(verdict === 'genuine-issuer-confirmed'),
  })}</p>`;
}
