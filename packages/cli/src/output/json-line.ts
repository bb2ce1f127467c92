import type { Report } from '@proofmark/schemas';

/** One report as one line of JSON, in the order of members that the documentation shows. `input` is the argument as given. */
export function jsonLine(input: string, report: Report): string {
  const { verdict, because, checks, proofs, evidence, contained, badge, notes, contacted, checkedAt } = report;
  return JSON.stringify({ input, verdict, because, checks, proofs, evidence, contained, badge, notes, contacted, checkedAt });
}
