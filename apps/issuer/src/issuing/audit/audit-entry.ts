import { encodeHex } from '@proofmark/primitives';
import type { AuditEntry } from '@proofmark/schemas/api';
import type { AuditRecord } from '../../store/index.js';

/** An entry as it is hashed and shown, at its place in the chain. */
export function auditEntry(record: AuditRecord, sequence: number, previous: string): Omit<AuditEntry, 'hash'> {
  const { id, issuerId, at, actor, apiKeyId, action, objectType, objectId, requestId, details } = record;
  return {
    id,
    issuerId,
    sequence,
    at: at.toISOString(),
    actor: { type: actor, apiKeyId },
    action,
    object: { type: objectType, id: objectId },
    requestId,
    details,
    previous,
  };
}

/** A sealed entry with the hash that was stored, whether it fits or not: readers check it. */
export function sealedEntry(
  record: AuditRecord & { readonly seq: number; readonly previous: Uint8Array; readonly hash: Uint8Array },
): AuditEntry {
  return { ...auditEntry(record, record.seq, encodeHex(record.previous)), hash: encodeHex(record.hash) };
}
