import { encodeHex, encodeUtf8, type Json, type JsonObject, sha256 } from '@proofmark/primitives';
import type { AuditEntry } from '@proofmark/schemas/api';
import { canonicalJson } from '../data-integrity/canonical-json.js';

/** The `previous` of the first entry of a log. */
export const NO_PREVIOUS: string = '0'.repeat(64);

/** The `hash` of an entry: SHA-256 over the canonical JSON (RFC 8785) of all its other members, `previous` included; lower-case hexadecimal. */
export function hashAuditEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { hash: _, ...covered } = entry as unknown as JsonObject;
  return encodeHex(sha256(encodeUtf8(canonicalJson(covered as Json))));
}
