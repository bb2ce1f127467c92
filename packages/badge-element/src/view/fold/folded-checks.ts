import type { Report } from '@proofmark/schemas';
import { html, render, type TemplateResult } from 'lit/html.js';
import { checksSummary } from '../checks-summary.js';
import type { ViewContext } from '../context.js';
import { onDrawn } from './on-drawn.js';

/** What each folded list shows: an answer that is late must not draw an older report. */
const shown = new WeakMap<Element, Report>();

/** The checks, folded. The list and its sentences are loaded when a reader unfolds it; from then on it follows the report. */
export function foldedChecksView(report: Report, context: ViewContext): TemplateResult {
  const draw = async (details: Element): Promise<void> => {
    shown.set(details, report);
    const place = details.querySelector('div');
    if (!(details as HTMLDetailsElement).open || place === null) return;
    try {
      const { translatedChecks } = await import('../checks.js');
      const list = await translatedChecks(report, context);
      if (shown.get(details) === report) render(list, place);
    } catch {
      render(context.texts.internal, place);
    }
  };
  return html`<details class="checks" part="checks" @toggle=${(event: Event) => void draw(event.target as Element)} ${onDrawn(draw)}>
    <summary>${checksSummary(report, context)}</summary>
    <div></div>
  </details>`;
}
