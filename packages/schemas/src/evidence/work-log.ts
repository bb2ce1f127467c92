import type { Json } from '@proofmark/primitives';
import type { Authorship, Capture } from './evidence-report.js';

/** The `type` by which a work log is known. */
export const WORK_LOG_TYPE = 'ProofmarkWorkLog';

/** Whether the evidence is still what was pinned. It is `gone` even where a capture exists, which has a line of its own. */
export const SAME_BYTES = ['matches', 'changed', 'gone', 'private', 'not-checked'] as const;
export type SameBytes = (typeof SAME_BYTES)[number];

/** The age of evidence, measured by the validity of the badge. */
export type EvidenceAge = 'current' | 'ageing' | 'expired';

/**
 * The rechecks, captures and authorship since the badge was issued. Public, CORS `*`, not signed: it is the present answer of the
 * issuer's server, and is shown as that. Endorsements in it are signed by themselves.
 */
export interface WorkLogDocument {
  readonly type: typeof WORK_LOG_TYPE;
  /** The badge's own `id`. */
  readonly credential: string;
  /** The badge that renews this one, and the one that this renews; null where there is none. */
  readonly successor: string | null;
  readonly predecessor: string | null;
  readonly items: readonly LoggedEvidence[];
  /** Signed EndorsementCredentials (OB 3.0, B.1.5) about this badge. */
  readonly endorsements: readonly Json[];
}

export interface LoggedEvidence {
  /** The `id` of the evidence object in the badge. */
  readonly id: string;
  readonly age: EvidenceAge | null;
  /** Newest first. */
  readonly looks: readonly LoggedRecheck[];
  readonly kept: readonly Capture[];
  readonly theirs: readonly Authorship[];
}

/** The outcome of one recheck. */
export interface LoggedRecheck {
  /** RFC 3339. */
  readonly at: string;
  readonly sameBytes: SameBytes;
  /** Why, as a stable code such as `commit-not-found`, `http-status` or `timeout`; null where nothing is to be added. */
  readonly reason: string | null;
}
