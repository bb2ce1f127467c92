import { originOf } from '../input/candidate.js';
import type { Entry } from './entries.js';

/** The table with everything that is known, as JSON: for each badge its report, in the form that `proofmark verify --json` prints. */
export function toJson(entries: readonly Entry[]): string {
  const lines = entries.map(({ row, report }) => ({ input: originOf(row.candidate), ...(report ?? { verdict: null }) }));
  return `${JSON.stringify(lines, null, 2)}\n`;
}
