import type { PageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { VERDICTS } from '@proofmark/schemas';
import type { Entry } from './entries.js';

/** How many badges there are of each verdict, worst first: one sentence for the head of a table and for screen readers. */
export function countSentence(entries: readonly Entry[], { counts }: PageTexts): string {
  const reports = entries.map(({ report }) => report).filter((report): report is Report => report !== null);
  const parts = VERDICTS.map((verdict) => [verdict, reports.filter((report) => report.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => counts[verdict]({ count }));
  const open = entries.length - reports.length;
  if (open > 0) parts.push(counts.open({ count: open }));
  return counts.all({ count: entries.length, parts: parts.join(', ') });
}
