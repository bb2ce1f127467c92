import type { Report } from '@proofmark/schemas';
import { html, render, type TemplateResult } from 'lit/html.js';
import { checksSummary } from '../checks-summary.js';
import type { ViewContext } from '../context.js';
import { onDrawn } from './on-drawn.js';

/** The last drawing of each folded list: one that is late must not draw an older report, or an earlier language. */
const last = new WeakMap<Element, object>();

/** The checks, folded. The list and its sentences are loaded when a reader unfolds it; from then on it follows the report. */
export function foldedChecksView(report: Report, context: ViewContext): TemplateResult {
  const draw = async (details: Element): Promise<void> => {
    const mine = {};
    last.set(details, mine);
    const place = details.querySelector('div');
    if (!(details as HTMLDetailsElement).open || place === null) return;
    const list = await import('../checks.js')
      .then(({ translatedChecks }) => translatedChecks(report, context))
      .catch(() => context.texts.internal);
    if (last.get(details) === mine) render(list, place);
  };
  return html`<details class="checks" part="checks" @toggle=${(event: Event) => void draw(event.target as Element)} ${onDrawn(draw)}>
    <summary>${checksSummary(report, context)}</summary>
    <div></div>
  </details>`;
}
