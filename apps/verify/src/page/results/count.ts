import { fill } from '@proofmark/messages';
import type { Report, Verdict } from '@proofmark/schemas';
import { VERDICTS } from '@proofmark/schemas';
import type { Entry } from './entries.js';

const SHORT: Readonly<Record<Verdict, string>> = {
  'do-not-rely': '{count||1 you should not rely on|# you should not rely on}',
  unreadable: '{count||1 that we cannot read|# that we cannot read}',
  unfinished: '{count||1 whose check could not be finished|# whose check could not be finished}',
  'no-longer-current': '{count||1 that is genuine but no longer current|# that are genuine but no longer current}',
  'genuine-issuer-unknown': '{count||1 genuine from an issuer not known to us|# genuine from issuers not known to us}',
  'genuine-issuer-confirmed': '{count||1 genuine from a confirmed issuer|# genuine from confirmed issuers}',
};

/** How many badges there are of each verdict, worst first: one sentence for the head of a table and for those who only hear it. */
export function countSentence(entries: readonly Entry[]): string {
  const reports = entries.map(({ report }) => report).filter((report): report is Report => report !== null);
  const parts = VERDICTS.map((verdict) => [verdict, reports.filter((report) => report.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => fill([SHORT[verdict]], { count }).happened);
  const open = entries.length - reports.length;
  if (open > 0) parts.push(`${open} not checked`);
  return `${entries.length} ${entries.length === 1 ? 'badge' : 'badges'}: ${parts.join(', ')}.`;
}
