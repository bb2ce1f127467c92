import type { Report } from '@proofmark/schemas';
import { badgeEvent } from '../events.js';
import type { CardContext, WorkHooks } from '../view/context.js';
import { loadWorkFound } from '../view/work-found.js';
import type { SourceVerifier } from './verifier.js';

export interface WorkState extends Omit<WorkHooks, 'onCheck'> {
  /** What a later report says of the work, once it was looked at. */
  readonly after?: (report: Report) => WorkState;
}

/** Shows how far it is, and the report when there is a new one; answers whether it did: by then another badge may be shown. */
export type ShowWork = (work: WorkState, report?: Report | null) => boolean;

/** Rechecks the evidence of a badge. Loaded when the first reader asks; rejects only when the words for it cannot be loaded. */
export async function checkWork(
  element: HTMLElement & { readonly src: string },
  verifier: SourceVerifier | null,
  context: CardContext,
  show: ShowWork,
): Promise<void> {
  const { looking, failed, said, found } = await loadWorkFound(context);
  const after = (report: Report): WorkState => ({ busy: false, said: said(report), found, after });
  show({ busy: true, said: looking, found: context.work?.found ?? null, after });
  try {
    const report = await verifier?.('recheck');
    if (report === undefined) return;
    if (show(after(report), report))
      element.dispatchEvent(badgeEvent('badge-verdict', { src: element.src, verdict: report.verdict, report }));
  } catch {
    show({ busy: false, said: failed, found, after });
  }
}
