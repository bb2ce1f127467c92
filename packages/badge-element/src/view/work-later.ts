import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit/html.js';
import type { ViewContext } from './context.js';

let drawn: typeof import('./work.js').workView | null = null;

/** Loads what draws pieces of work, for the first badge that has any; answers whether something is new. Without it only their number is shown. */
export async function loadWorkView(report: Report | null): Promise<boolean> {
  if (drawn !== null || !report?.badge?.evidence.length) return false;
  drawn = await import('./work.js').then(
    ({ workView }) => workView,
    () => null,
  );
  return drawn !== null;
}

/** The work behind the badge, or that there is none. */
export function workLater(report: Report, context: ViewContext): TemplateResult {
  const count = report.badge?.evidence.length ?? 0;
  if (count === 0) return html`<p class="no-work">${context.texts.noWork}</p>`;
  return drawn?.(report, context) ?? html`<p>${context.texts.moreWork({ count })}</p>`;
}

/** Whether a recheck can find out anything: requests are made only for a badge whose issuer is proven. */
export function canCheckWork(report: Report | null): boolean {
  const proved = report?.proofs.some(({ signature, keyAuthorised, issuerBinding }) =>
    [signature, keyAuthorised, issuerBinding].every(({ outcome }) => outcome === 'passed'),
  );
  return proved === true && (report?.evidence.length ?? 0) > 0;
}
