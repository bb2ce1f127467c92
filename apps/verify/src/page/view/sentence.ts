import { describeCheck } from '@proofmark/messages';
import type { CheckId, Report } from '@proofmark/schemas';

/** One check in plain words: what was found, what it means, what to do. */
export function sentence(id: CheckId, report: Report): string {
  const { happened, means, todo } = describeCheck(id, report.checks[id]);
  return [happened, means, todo].filter((text) => text !== '').join(' ');
}
