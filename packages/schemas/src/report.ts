import type { FailedCode, NotApplicableReason, UnknownCode } from './codes.js';
import type { Authorship, Capture } from './evidence/evidence-report.js';
import type { RepositoryContents, RepositoryReader } from './evidence/repository.js';
import type { EvidenceAge, LoggedRecheck, SameBytes } from './evidence/work-log.js';

/** The checks of a verification, in the order in which a report lists them. */
export const CHECK_IDS = [
  'format',
  'shape',
  'schema',
  'issuer-resolved',
  'issuer-binding',
  'key-authorised',
  'signature',
  'claims',
  'valid-from',
  'valid-until',
  'refresh',
  'status-list',
  'revoked',
  'suspended',
  'issuer-domain',
  'issuer-trusted',
  'recipient',
  'evidence',
  'endorsements',
] as const;

/** The name of one check; it is also the name of the file that holds it. */
export type CheckId = (typeof CHECK_IDS)[number];

/** Plain values that a sentence about an outcome may mention: a date, a host, a term. Never markup, never a secret. */
export type Detail = Readonly<Record<string, string | number | readonly string[]>>;

/** What one check answered. There is no boolean: a question without an answer is `unknown`, never yes or no. */
export type Outcome =
  | { readonly outcome: 'passed'; readonly detail?: Detail }
  | { readonly outcome: 'failed'; readonly code: FailedCode; readonly detail?: Detail }
  | { readonly outcome: 'unknown'; readonly code: UnknownCode; readonly detail?: Detail }
  | { readonly outcome: 'not-applicable'; readonly reason: NotApplicableReason; readonly detail?: Detail };

/** The total record of outcomes: to forget a check is a compile error. */
export type Checks = Readonly<Record<CheckId, Outcome>>;

/** What a reader is told, worst first. See the order of rules in `verifying/src/report/verdict.ts`. */
export const VERDICTS = [
  'do-not-rely',
  'unreadable',
  'unfinished',
  'no-longer-current',
  'test',
  'genuine-issuer-unknown',
  'genuine-issuer-confirmed',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One proof of a badge and what became of it. One good proof is enough. */
export interface ProofReport {
  /** `data-integrity` for an embedded proof, `jwt` for a VC-JWT. */
  readonly form: 'data-integrity' | 'jwt';
  /** The cryptosuite or the JOSE algorithm, as written. */
  readonly suite: string;
  readonly verificationMethod: string | null;
  /** RFC 3339, as written in the proof. */
  readonly created: string | null;
  readonly signature: Outcome;
  readonly keyAuthorised: Outcome;
  readonly issuerBinding: Outcome;
}

/** The answer of one of the four lines about a piece of evidence. */
export type EvidenceAnswer = 'yes' | 'no' | 'not-checked';

/** A capture with the outcome of its recheck; null when it was not rechecked, as captures in foreign archives. */
export interface CaptureReport extends Capture {
  readonly sameBytes: SameBytes | null;
}

/** The four independent facts about one piece of evidence (never merged into one tick). */
export interface EvidenceReport {
  /** The evidence's own `id`, or null when it has none. */
  readonly id: string | null;
  /** The issuer signed a fingerprint of this version, or of a capture: see `pinnedBy`. A commit in a link is a name, no fingerprint. */
  readonly pinned: EvidenceAnswer;
  /** The link itself names none and has changing content; the badge holds the digest of a capture. */
  readonly pinnedBy?: 'copy';
  readonly sameBytes: SameBytes;
  /** An archived copy exists. */
  readonly kept: EvidenceAnswer;
  /** Authorship was found; the method is in `theirsBy`. */
  readonly theirs: EvidenceAnswer;
  readonly theirsBy?: string;
  readonly checkedAt?: string;
  /** The index in `evidence` of which this entry is another name: a SWHID or a capture. */
  readonly companionOf?: number;
  /** The reason for `sameBytes`, as a stable code (`commit-not-found`, `timeout` …), if there is one. */
  readonly reason?: string;
  /** What a reader should know although it answers nothing, as stable codes: `repository-moved`, `not-on-a-branch`, `submodule` … */
  readonly notes?: readonly string[];
  /** Of a repository: who answered for it. */
  readonly readBy?: RepositoryReader;
  /** RFC 3339: when its host may be asked again, where that asked for patience. */
  readonly askAgainAt?: string;
  /** Of a repository: what it holds. */
  readonly contents?: RepositoryContents;
  /** RFC 3339: the last change of the work that is known of. */
  readonly changedAt?: string;
  /** The age of the evidence, measured by the validity of the badge, as of `checkedAt`. */
  readonly age?: EvidenceAge;
  /** The captures that the evidence report and the work log list: claims of the issuer. */
  readonly keptCopies?: readonly CaptureReport[];
  /** The authorship that the evidence report and the work log list: claims of the issuer. */
  readonly authorship?: readonly Authorship[];
  /** Names of whom the issuer says that they vouch for the work, and who have proved neither an address nor a key: they answer nothing. */
  readonly issuerSays?: readonly string[];
  /** The issuer's last recheck, from its work log, which is not signed. */
  readonly lastLook?: LoggedRecheck;
}

/** The claims of a badge, in plain values. Treat every text as hostile when you show it. */
export interface BadgeSummary {
  readonly id: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly issuer: { readonly id: string | null; readonly name: string | null; readonly url: string | null };
  readonly recipient: { readonly id: string | null; readonly name: string | null };
  readonly criteria: { readonly id: string | null; readonly narrative: string | null };
  readonly skills: readonly { readonly name: string; readonly url: string | null; readonly framework: string | null }[];
  readonly tags: readonly string[];
  readonly results: readonly { readonly name: string | null; readonly value: string | null }[];
  readonly evidence: readonly {
    readonly id: string | null;
    readonly name: string | null;
    readonly narrative: string | null;
    readonly genre: string | null;
    readonly mediaType: string | null;
    readonly digestMultibase: string | null;
  }[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** False when the badge names no status list: readers are told so, and not "not revoked". */
  readonly hasStatus: boolean;
}

/**
 * Who signed an endorsement: the issuer of the badge itself (also under another name at its own host), the one to whom the badge was given, or
 * somebody else, who has a key or a domain of their own.
 */
export type Endorser = 'issuer' | 'recipient' | 'other';

/** The whole answer about one badge. `because` names the checks that decided the verdict. */
export interface Report {
  /** Of a credential inside another: whether it vouches for a part of that one, or is one of its members. */
  readonly role?: 'endorsement' | 'member';
  /** Of an endorsement that does not stand in the badge itself: where it was found. */
  readonly from?: 'work-log';
  /** Of an endorsement: whether it is about the thing that carries it. */
  readonly aboutCarrier?: boolean;
  /** Of an endorsement: who signed it, seen from the badge that carries it. */
  readonly endorser?: Endorser;
  readonly verdict: Verdict;
  readonly because: readonly CheckId[];
  readonly checks: Checks;
  readonly proofs: readonly ProofReport[];
  readonly evidence: readonly EvidenceReport[];
  /** Reports of endorsements, and of credentials inside a CLR or a presentation. */
  readonly contained: readonly Report[];
  readonly badge: BadgeSummary | null;
  /** Slips that do not change the verdict, with a JSON pointer each. */
  readonly notes: readonly { readonly code: string; readonly pointer: string }[];
  /** RFC 3339, the time that the judging used as "now". */
  readonly checkedAt: string;
  /** Every host that was asked, and what for. */
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
}
