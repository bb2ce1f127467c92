import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';

/** Of a badge that its issuer did write: what was checked for that, what it shows, and what it does not. Other verdicts say enough themselves. */
export function genuineLimits({ verdict, checks }: Report): TemplateResult | typeof nothing {
  if (!verdict.startsWith('genuine') && verdict !== 'no-longer-current') return nothing;
  const signed = checks.signature.outcome === 'passed';
  const asked = [
    signed ? 'the signature and the issuer’s key' : 'the address at which it stands',
    'the dates',
    ...(checks.revoked.outcome === 'passed' ? ['the list of withdrawn badges'] : []),
  ];
  return html`<p class="muted">
    Checked for this: ${asked.slice(0, -1).join(', ')} and ${asked.at(-1)}. It shows that ${
      verdict === 'genuine-issuer-confirmed' ? 'an issuer that you know of' : 'whoever holds the issuer’s address'
    }
    wrote it so. This does not show that the issuer judges well, that the person before you is the one, or what the work is like: those are the questions below.
  </p>`;
}
