import { type Backfilling, backfillRecord } from './backfill-record.js';
import { flushRecord, type Recording } from './flush-record.js';

/** Badges that were committed without an entry are few, or were issued before the record began: those are left to `tendRecords`. */
const BATCHES = 20;

/**
 * Puts what was issued into the signed files of the records, for every issuer. As a job it may run twice, and several processes may run it at
 * once. Answers the issuers whose record key is not to be had: their entries wait.
 */
export async function recordIssued(deps: Recording & Backfilling, signal?: AbortSignal): Promise<{ readonly lost: readonly string[] }> {
  const { records } = deps.store;
  const lost: string[] = [];
  for (const issuerId of new Set([...(await records.issuersWithUnrecorded()), ...(await records.issuersWithEntries())])) {
    if (signal?.aborted) break;
    if (!(await recordIssuedBy(deps, issuerId, signal))) lost.push(issuerId);
  }
  return { lost };
}

/** The same for one issuer. */
export async function recordIssuedBy(deps: Recording & Backfilling, issuerId: string, signal?: AbortSignal): Promise<boolean> {
  await backfillRecord(deps, issuerId, { signal, batches: BATCHES });
  return flushRecord(deps, issuerId, signal);
}
