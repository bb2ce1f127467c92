/** What a public document may show a change of. `record` is the issuer's record of what it issued, `issuer` all else of it: profile, keys, domains. */
export const CHANGE_KINDS = ['credential', 'achievement', 'assessor', 'issuer', 'record', 'status-list'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Something that public documents show has changed. */
export interface PublicChange {
  readonly issuerId: string;
  readonly kind: ChangeKind;
  /** Of a status list its number; empty for an issuer and its record. */
  readonly objectId: string;
}

/** Where a reader of the changes is: what it has seen, and of which database. */
export interface ChangePosition {
  /** Another one after a restore, a failover or a move: nothing that was read before counts any more. */
  readonly origin: string;
  /** What was visible, as PostgreSQL writes a snapshot. */
  readonly snapshot: string;
  /** What is added to the numbers of transactions of this server. */
  readonly offset: number;
}

/** The changes since a position. */
export interface ChangesSince {
  readonly position: ChangePosition;
  /** Null where nobody can tell them all: the reader has to forget everything. */
  readonly changes: readonly PublicChange[] | null;
  /** Where the write-ahead log of the primary was after them; null on a standby. */
  readonly logged: bigint | null;
  /** Whether a process of a release that writes no changes is connected. */
  readonly untold: boolean;
}

/** Reads what changed since a position; null for the first time, when there is nothing to forget. */
export type ReadChanges = (since: ChangePosition | null) => Promise<ChangesSince>;
