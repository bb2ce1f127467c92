import type { CredentialRecord } from '../../store/index.js';
import { recipientInBadge } from './recipient-of.js';

/** Whether two versions of a badge were given to one address, DID or row; an erased one was given to nobody. */
export function isSameRecipient(one: CredentialRecord, other: CredentialRecord): boolean {
  if (one.signed === null || other.signed === null) return false;
  const [a, b] = [one.recipientLookup, other.recipientLookup];
  if (a !== null && b !== null) return Buffer.compare(a, b) === 0;
  if (a !== null || b !== null) return false;
  return one.recipient?.id === other.recipient?.id && recipientInBadge(one.signed.json).did === recipientInBadge(other.signed.json).did;
}
