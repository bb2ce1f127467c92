import type { RecipientRecord } from '../../store/index.js';
import type { RecipientHashes } from './recipient.js';

/** A recipient with their address opened; null when it is not known, or does not open. */
export interface OpenedRecipient extends Omit<RecipientRecord, 'dataKey' | 'email' | 'lookup'> {
  readonly email: string | null;
}

export function opened(hashes: Pick<RecipientHashes, 'openEmail'>, record: RecipientRecord): OpenedRecipient {
  const { dataKey, email: sealed, lookup, ...rest } = record;
  const known = dataKey !== null && sealed !== null && lookup !== null;
  return { ...rest, email: known ? hashes.openEmail(record.issuerId, lookup, { dataKey, sealed }) : null };
}
