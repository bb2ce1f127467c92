import type { Report } from '@proofmark/schemas';
import type { Opinion } from '../input/opinions.js';

/**
 * One report as one line of JSON, in the order of members that the documentation shows. `input` is the argument as given; `secondOpinion` stands
 * there only when it was asked for.
 */
export function jsonLine(input: string, report: Report, secondOpinion?: readonly Opinion[]): string {
  const { verdict, because, checks, proofs, evidence, contained, badge, notes, contacted, checkedAt } = report;
  return JSON.stringify({
    input,
    verdict,
    because,
    checks,
    proofs,
    evidence,
    contained,
    badge,
    notes,
    contacted,
    checkedAt,
    secondOpinion,
  });
}
