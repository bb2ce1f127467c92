import { type Backfilling, backfillRecord } from './backfill-record.js';
import { completeRecord } from './complete-record.js';
import type { Recording } from './flush-record.js';
import { recordIssued } from './record-issued.js';

/**
 * Looks after the records of all issuers: brings in the badges that are in none, and completes those of issuers that revoked a key. As a job it
 * may run twice, and goes on where another run ended. Answers the issuers whose record key is not to be
 * had, and those whose record could not be completed: that is tried again.
 */
export async function tendRecords(
  deps: Recording & Backfilling,
  signal?: AbortSignal,
): Promise<{ readonly lost: readonly string[]; readonly incomplete: readonly string[] }> {
  const { records } = deps.store;
  for (const issuerId of await records.issuersWithUnrecorded()) {
    if (signal?.aborted) break;
    await backfillRecord(deps, issuerId, { signal });
  }
  const { lost } = await recordIssued(deps, signal);
  const incomplete: string[] = [];
  for (const issuerId of await records.issuersToComplete()) {
    if (!(await completeRecord(deps, issuerId, signal))) incomplete.push(issuerId);
  }
  return { lost, incomplete };
}
