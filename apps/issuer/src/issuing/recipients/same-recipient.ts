import type { CredentialRecord } from '../../store/index.js';
import { recipientInBadge } from './recipient-of.js';

/** Whether two versions of a badge have the same recipient, by address, DID or row. An erased version has no recipient, so the answer is false. */
export function isSameRecipient(one: CredentialRecord, other: CredentialRecord): boolean {
  if (one.signed === null || other.signed === null) return false;
  const [a, b] = [one.recipientLookup, other.recipientLookup];
  if (a !== null && b !== null) return Buffer.compare(a, b) === 0;
  if (a !== null || b !== null) return false;
  return one.recipient?.id === other.recipient?.id && recipientInBadge(one.signed.json).did === recipientInBadge(other.signed.json).did;
}
