import type { Elements } from '../database/binary-array.js';
import type { IdempotencyClaim } from '../idempotency.js';
import type { CredentialRecord, NewAuditEntry, NewRecipient, RecipientName, SignedForms } from '../records.js';
import type { RecordEntryPlace } from '../schema/column-types.js';

/** A signed badge that is to be stored, with all that is stored in the same commit. */
export interface BatchRow {
  readonly credential: CredentialRecord & { readonly signed: SignedForms };
  /** The header and the signature of the token. */
  readonly detachedJwt: string;
  /** When the achievement was last changed that the badge was made of. */
  readonly achievementVersion: Date;
  /** Of the event `credential.issued`. */
  readonly eventId: string;
  /** What the issuer's record is to say of the badge, and the salt of that. */
  readonly recorded: { readonly salt: Uint8Array; readonly place: RecordEntryPlace };
  readonly recipient: NewRecipient | null;
  /** Whether its recipient is to get a mail; null where the issuer decides. */
  readonly mail: boolean | null;
  /** The evidence report, byte for byte. */
  readonly report: string | null;
  /** When the work is looked at first; null when there is none. */
  readonly dueAt: Date | null;
  /** The id of the assessment that waits for the badge; null where its achievement wants none. */
  readonly assessmentId: string | null;
  readonly claim: IdempotencyClaim | null;
  /** Null when the batch has one entry for all. */
  readonly audit: NewAuditEntry | null;
}

/** What all badges of a batch have in common. */
export interface Batch {
  readonly issuerId: string;
  /** When the issuer was last changed that the badges were made of. */
  readonly issuerVersion: Date;
  /** The ids of the keys that signed. */
  readonly keys: readonly string[];
  /** The id of what is left for the issuer's record. */
  readonly recordEntryId: string;
  /** One entry for all that is stored; its details get the count. */
  readonly audit: NewAuditEntry | null;
  readonly rows: readonly BatchRow[];
}

/**
 * What became of a row: `stored`; `claim-lost` when another attempt holds its idempotency key; `achievement-changed`, and then it has to be
 * prepared anew. Null for the whole batch when a key was retired or the issuer was changed: nothing was stored.
 */
export type BatchAnswer = readonly RowAnswer[] | null;

export interface RowAnswer {
  readonly outcome: 'stored' | 'claim-lost' | 'achievement-changed';
  /** Whose badge it is, as the issuer knows them now. */
  readonly recipient: RecipientName | null;
}

/** One column of the input of the statement that stores a batch: its type, and its value of a row. */
export type BatchColumn = { [T in keyof Elements]: readonly [T, (row: BatchRow, nr: number) => Elements[T] | null] }[keyof Elements];
