import type { ApiEventType } from '@proofmark/schemas/api';
import type { SameBytes } from '@proofmark/schemas/work';
import type { ApiEventRecord, EndorsementRecord } from './records.js';

/** What one look found about one piece of work. */
export interface RecheckResult {
  /** The place of the evidence object in the badge. */
  readonly piece: number;
  readonly at: Date;
  readonly sameBytes: SameBytes;
  readonly reason: string | null;
}

/** Reasons of a look that compared nothing and found the work where it was. */
export const FOUND_UNCOMPARED: ReadonlySet<string> = new Set(['live-page', 'no-digest']);

/** A badge, by its tenant and its id. */
export interface CredentialKey {
  readonly issuerId: string;
  readonly credentialId: string;
}

/** When the work behind badges is looked at, and what was found. */
export interface WorkRepository {
  /** Has the work of a badge looked at from `dueAt` on. */
  watch(badge: CredentialKey, dueAt: Date): Promise<void>;
  unwatch(badge: CredentialKey): Promise<void>;
  /** Has the next look come at `at`, if it would come later. */
  hasten(badge: CredentialKey, at: Date): Promise<void>;
  /**
   * Takes badges of every issuer that are due, the longest due first, and puts their next look off until `next`. Those that are out of
   * date are taken off the list instead. Others who take at the same time get others.
   */
  takeDue(limit: number, now: Date, next: Date): Promise<readonly CredentialKey[]>;
  append(badge: CredentialKey, looks: readonly RecheckResult[]): Promise<void>;
  /** The newest looks at each piece, newest first. */
  newest(badge: CredentialKey, each: number): Promise<readonly RecheckResult[]>;
  /** Of each piece the newest look that gave an answer: all but `not-checked`, unless the work was found where it was. */
  standing(badge: CredentialKey): Promise<readonly RecheckResult[]>;
}

export interface EndorsementRepository {
  insert(endorsement: EndorsementRecord): Promise<void>;
  /** Oldest first. */
  list(badge: CredentialKey): Promise<readonly EndorsementRecord[]>;
  find(badge: CredentialKey, id: string): Promise<EndorsementRecord | null>;
  findAssessor(issuerId: string, lookup: Uint8Array): Promise<string | null>;
  /** Makes an assessor with this keyed hash of an address, unless it is there; false when another one has that hash. */
  keepAssessor(issuerId: string, assessor: { readonly id: string; readonly lookup: Uint8Array | null }, at: Date): Promise<boolean>;
}

export interface EventFilter {
  /** The event after which to begin; null for the first of all. */
  readonly after: string | null;
  readonly type: ApiEventType | null;
  readonly limit: number;
}

/** The outbox. */
export interface EventRepository {
  /** The last thing that a transaction does: it makes others of this issuer that append wait for its end. */
  append(event: ApiEventRecord): Promise<void>;
  /** Null when the issuer has no event `after`. */
  list(issuerId: string, filter: EventFilter): Promise<readonly ApiEventRecord[] | null>;
}

export interface ErasureRepository {
  /** Removes all that a badge and what belongs to it say about a person; its row, its place in its list and its events stay, with ids and dates. */
  erase(badge: CredentialKey, at: Date): Promise<void>;
}
