import { choice, pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';

/** For a genuine badge: what was checked, what that shows, and what it does not. The texts of other verdicts need no such note. */
export function genuineLimits({ verdict, checks }: Report): TemplateResult | typeof nothing {
  if (!verdict.startsWith('genuine') && verdict !== 'no-longer-current') return nothing;
  return html`<p class="muted">${pageTexts.limits({
    signed: choice(checks.signature.outcome === 'passed'),
    listed: choice(checks.revoked.outcome === 'passed'),
  })}</p>`;
}
