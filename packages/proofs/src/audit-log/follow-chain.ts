import { isObject, type Json } from '@proofmark/primitives';
import type { AuditEntry } from '@proofmark/schemas/api';
import { hashAuditEntry, NO_PREVIOUS } from './hash-entry.js';

/** The place in an audit log up to which it was read: the number and the hash of an entry. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The place before the first entry. */
export const BEFORE_FIRST: AuditHead = { sequence: 0, hash: NO_PREVIOUS };

/**
 * What is wrong with an entry in its place: it is none (`malformed`), its content is not what was hashed (`altered`), entries before it are not
 * there (`missing`), it stands behind one that comes after it (`moved`), it continues another history (`unchained`), or it is of another issuer
 * (`other-log`).
 */
export type AuditFault = 'malformed' | 'altered' | 'missing' | 'moved' | 'unchained' | 'other-log';

/** The entry that was read, as far as it can be followed, and what is wrong with it; nothing when it continues the chain. */
export interface AuditStep {
  readonly head: AuditHead;
  readonly issuerId: string | null | undefined;
  readonly faults: readonly AuditFault[];
}

/**
 * Reads one entry after another of an audit log: does it continue the chain? After a fault the chain is followed from the faulty entry on, so
 * that each fault is told once.
 *
 * @param before where the log was read up to, and whose log it is; `issuerId` is undefined before the first entry
 */
export function followAuditChain(before: Pick<AuditStep, 'head' | 'issuerId'>, value: Json): AuditStep {
  if (!isEntry(value)) return { ...before, faults: ['malformed'] };
  const { head } = before;
  const faults: AuditFault[] = [];
  if (before.issuerId !== undefined && before.issuerId !== value.issuerId) faults.push('other-log');
  if (hashAuditEntry(value) !== value.hash) faults.push('altered');
  if (value.sequence > head.sequence + 1) faults.push('missing');
  else if (value.sequence <= head.sequence) faults.push('moved');
  else if (value.previous !== head.hash) faults.push('unchained');
  return { head: { sequence: value.sequence, hash: value.hash }, issuerId: before.issuerId ?? value.issuerId, faults };
}

function isEntry(value: Json): value is Json & AuditEntry {
  if (!isObject(value)) return false;
  const { issuerId, sequence, previous, hash } = value;
  const named = issuerId === null || typeof issuerId === 'string';
  return named && Number.isSafeInteger(sequence) && typeof previous === 'string' && typeof hash === 'string';
}
