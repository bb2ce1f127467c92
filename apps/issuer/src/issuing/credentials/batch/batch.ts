import type { BatchRow, ChunkKey, CredentialRecord, IdempotencyClaim, SignedForms } from '../../../store/index.js';
import type { Actor } from '../../access/actor.js';
import type { Act } from '../../access/record-act.js';
import type { Result } from '../../result.js';
import type { BadgeParts } from '../build-badge.js';
import type { Renewal } from '../prepare-badge.js';

/** A badge that is to be issued: its evidence was gathered and judged. */
export interface NewBadge {
  readonly actor: Actor;
  readonly parts: BadgeParts;
  readonly claim: IdempotencyClaim | null;
  readonly renewal: Renewal | null;
  /** The row of a job that the badge is for. */
  readonly row?: RowOfJob | null;
  /** What is done when the recipient has a badge of the achievement already; null when that is not asked. */
  readonly onDuplicate?: OnDuplicate | null;
}

/** A row of a chunk that a process holds. The badge is committed with the row's result, or not at all. */
export interface RowOfJob {
  readonly chunk: ChunkKey;
  readonly holder: string;
  /** From 0. */
  readonly at: number;
}

/** `refuse` names the badge that there is; `supersede` withdraws it, unless it is younger than `before`. */
export interface OnDuplicate {
  readonly rule: 'refuse' | 'supersede';
  readonly before: Date | null;
}

/** What became of one badge. `achievement-changed`: since it was prepared; whoever asked prepares it anew. */
export type Outcome = Result<CredentialRecord> | 'achievement-changed';

/** A badge that is to be stored. */
export interface SignedBadge {
  readonly badge: NewBadge;
  readonly credential: CredentialRecord & { readonly signed: SignedForms };
  readonly recorded: BatchRow['recorded'];
}

/** What the audit log is told of a whole batch, and by whom. The count of badges is added to its details. */
export interface BatchAct extends Pick<Act, 'action' | 'objectId' | 'details'> {
  readonly actor: Actor;
}

/** What became of one row. `issuer-changed`: it, or a key, is not what it was when the badge was signed; nothing was stored. */
export type Committed = Result<CredentialRecord> | 'achievement-changed' | 'issuer-changed';
