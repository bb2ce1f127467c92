import { choice } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';

/** What no answer on this page shows, said once. */
export function limitsView({ checks }: Report, { words: { limits } }: PageContext): TemplateResult {
  const items = [limits.judge, limits.person, limits.alone, limits.later];
  return html`<details class="unshown">
    <summary>${limits.summary}</summary>
    <p>${limits.checked({ signed: choice(checks.signature.outcome === 'passed'), listed: choice(checks.revoked.outcome === 'passed') })}</p>
    <p>${limits.none}</p>
    <ul class="bullets">${items.map((item) => html`<li>${item}</li>`)}</ul>
  </details>`;
}
