import { decodeHex, encodeHex } from '@proofmark/primitives';
import { hashAuditEntry, NO_PREVIOUS } from '@proofmark/proofs';
import type { Store } from '../ports.js';
import { auditEntry } from './audit-entry.js';

const BATCH = 500;

export interface Sealing {
  readonly store: Pick<Store, 'audit' | 'transaction'>;
}

/**
 * Gives the new entries of one log their places: numbers without gaps, each entry with the hash of the one before it. Any number of processes may
 * do so; of one log they take turns. Entries of transactions that are as young as one that still runs wait for the next time.
 */
export async function sealAuditLog({ store }: Sealing, issuerId: string | null, signal?: AbortSignal): Promise<void> {
  for (let sealed = BATCH; sealed === BATCH && signal?.aborted !== true; ) {
    sealed = await store.transaction(async ({ audit }) => {
      const head = await audit.lockHead(issuerId);
      let [sequence, previous] = [head?.seq ?? 0, head === null ? NO_PREVIOUS : encodeHex(head.hash)];
      const records = await audit.unsealed(issuerId, BATCH);
      const seals = records.map((record) => {
        sequence += 1;
        const entry = auditEntry(record, sequence, previous);
        const hash = hashAuditEntry(entry);
        previous = hash;
        return { id: record.id, seq: sequence, previous: bytesOf(entry.previous), hash: bytesOf(hash) };
      });
      if (seals.length > 0) await audit.seal(issuerId, seals);
      return seals.length;
    });
  }
}

/** Seals every log that has new entries. As a job it may run twice. */
export async function sealAuditLogs(deps: Sealing, signal?: AbortSignal): Promise<void> {
  for (const issuerId of await deps.store.audit.unsealedLogs()) await sealAuditLog(deps, issuerId, signal);
}

function bytesOf(hex: string): Uint8Array {
  const bytes = decodeHex(hex);
  if (bytes === null) throw new TypeError('a hash is not hexadecimal');
  return bytes;
}
