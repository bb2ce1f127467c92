import type { Json } from '@proofmark/primitives';
import type { Authorship, KeptCopy } from './evidence-report.js';

/** The `type` by which a work log is known. */
export const WORK_LOG_TYPE = 'ProofmarkWorkLog';

/** Whether the work is still what was judged. `gone` where a copy is kept is still `gone`: the copy has a line of its own. */
export const SAME_BYTES = ['matches', 'changed', 'gone', 'private', 'not-checked'] as const;
export type SameBytes = (typeof SAME_BYTES)[number];

/** How old the work is, measured by how long the badge is valid. */
export type WorkAge = 'current' | 'ageing' | 'expired';

/**
 * What the issuer has found out about the work since the badge was issued. Public, CORS `*`, not signed: it is what the issuer's server
 * says today, and is shown as that. Endorsements in it are signed by themselves.
 */
export interface WorkLogDocument {
  readonly type: typeof WORK_LOG_TYPE;
  /** The badge's own `id`. */
  readonly credential: string;
  /** The badge that renews this one, and the one that this renews; null where there is none. */
  readonly successor: string | null;
  readonly predecessor: string | null;
  readonly items: readonly LoggedWork[];
  /** Signed EndorsementCredentials (OB 3.0, B.1.5) about this badge. */
  readonly endorsements: readonly Json[];
}

export interface LoggedWork {
  /** The `id` of the evidence object in the badge. */
  readonly id: string;
  readonly age: WorkAge | null;
  /** Newest first. */
  readonly looks: readonly WorkLook[];
  readonly kept: readonly KeptCopy[];
  readonly theirs: readonly Authorship[];
}

/** One look at a piece of work. */
export interface WorkLook {
  /** RFC 3339. */
  readonly at: string;
  readonly sameBytes: SameBytes;
  /** Why, as a stable code such as `commit-not-found`, `http-status` or `timeout`; null where nothing is to be added. */
  readonly reason: string | null;
}
