import type { Retention } from '@proofmark/schemas/api';
import type { RetentionRecord } from '../../store/index.js';

/** What is usual, in days. */
export const USUAL = { jobDays: 30, refusedRowDays: 7 } as const;

/** What holds for an issuer that wants this. Rows go with their job at the latest. */
export function retentionOf(wanted: RetentionRecord | null): Retention {
  const jobDays = wanted?.jobDays ?? USUAL.jobDays;
  return { jobDays, refusedRowDays: wanted?.refusedRowDays ?? USUAL.refusedRowDays, recipientDays: wanted?.recipientDays ?? null };
}
