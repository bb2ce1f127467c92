import type { IssueCredential } from '@proofmark/schemas/api';
import type { AchievementRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import type { BadgeSources } from '../credentials/batch/badge-sources.js';
import type { BatchAct, NewBadge, Outcome } from '../credentials/batch/batch.js';
import type { BadgeParts } from '../credentials/build-badge.js';
import type { Renewal } from '../credentials/prepare-badge.js';
import type { Clock, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import type { Result } from '../result.js';
import type { RowPlan } from './row-body.js';
import type { Turn } from './turn.js';

/** What issuing the rows of a chunk uses. */
export interface ChunkIssuing {
  readonly store: Store;
  readonly clock: Clock;
  readonly sources: BadgeSources;
  readonly recipients: RecipientHashes;
  /** `prepareBadge` */
  prepare(achievement: AchievementRecord, body: IssueCredential, renewal: Renewal | null): Promise<Result<BadgeParts>>;
  /** `issueBatch` */
  issue(issuerId: string, badges: readonly NewBadge[], act: BatchAct | null): Promise<readonly PromiseSettledResult<Outcome>[]>;
  /** Whether a badge would conform, without storing anything. */
  wouldConform(parts: BadgeParts): Promise<Result<null>>;
  readonly hosts: PrepareInTurns;
}

/** And how long the work behind its rows may be waited for, and in whose name they are issued. */
export interface ChunkInTurn extends ChunkIssuing {
  readonly turn: Turn;
  readonly actor: Actor;
}

/** Has a host asked by a bounded number of all processes. */
export interface PrepareInTurns {
  /** False when as many ask it already: then it is not to be asked. */
  take(host: string): Promise<boolean>;
  release(host: string): Promise<void>;
}

/** A row that is to be issued now. */
export interface OpenRow {
  /** Its place in its chunk, from 0. */
  readonly at: number;
  readonly body: IssueCredential;
  readonly plan: RowPlan | null;
  /** How often its work was looked for and nobody answered. */
  readonly tries: number;
}

export interface PreparedRow {
  readonly row: OpenRow;
  readonly parts: BadgeParts;
}
