import type { Report } from '@proofmark/schemas';
import { html, render, type TemplateResult } from 'lit/html.js';
import { checksSummary } from '../checks-summary.js';
import type { ViewContext } from '../context.js';

/** The checks, folded. The list and its sentences are loaded when a reader unfolds it. */
export function foldedChecksView(report: Report, context: ViewContext): TemplateResult {
  const unfold = async (event: Event): Promise<void> => {
    const details = event.target as HTMLDetailsElement;
    const place = details.querySelector('div');
    if (!details.open || place === null) return;
    try {
      const { translatedChecks } = await import('../checks.js');
      render(await translatedChecks(report, context), place);
    } catch {
      place.textContent = context.texts.internal;
    }
  };
  return html`<details class="checks" part="checks" .report=${report} @toggle=${unfold}>
    <summary>${checksSummary(report, context)}</summary>
    <div></div>
  </details>`;
}
