import type { EvidenceKind, GitFacts } from './facts.js';

/** The `type` by which an evidence report is known, wherever it is found. */
export const EVIDENCE_REPORT_TYPE = 'ProofmarkEvidenceReport';

/**
 * What was found about the work when a badge was issued, as far as no standard term says it. A JSON document that the issuer hosts, bound
 * to the badge by `relatedResource` with its `digestSRI` (VC Data Model 2.0, 5.3): whoever checked the badge may believe it as the issuer's
 * word. It never changes; what was found later stands in the work log.
 */
export interface EvidenceReportDocument {
  readonly type: typeof EVIDENCE_REPORT_TYPE;
  /** The badge's own `id`. */
  readonly credential: string;
  /** RFC 3339, when the work was looked at. */
  readonly madeAt: string;
  /** Where the work log is. */
  readonly log: string;
  readonly items: readonly ReportedWork[];
}

/** One piece of work. */
export interface ReportedWork {
  /** The `id` of the evidence object in the badge. */
  readonly id: string;
  /** The link as it was given, before it was fixed to one version; null for work that was handed over without a link. */
  readonly given: string | null;
  readonly kind: EvidenceKind;
  /** The `id`s of other evidence objects of the badge that name the same work: a SWHID, a captured copy. */
  readonly others: readonly string[];
  /** How it is held fast; `none` when it is not. */
  readonly pin: 'digest' | 'commit' | 'swhid' | 'doi' | 'capture' | 'none';
  readonly mediaType: string | null;
  /** Bytes. */
  readonly size: number | null;
  /** RFC 3339: the last change of the work that is known of (the commit), or null. */
  readonly changedAt: string | null;
  readonly git: GitFacts | null;
  readonly kept: readonly KeptCopy[];
  readonly theirs: readonly Authorship[];
  /** Stable codes of what a reader should know. */
  readonly problems: readonly string[];
}

/** Public archives that can be asked to keep a copy. */
export const ARCHIVE_NAMES = ['software-heritage', 'wayback'] as const;
export type ArchiveName = (typeof ARCHIVE_NAMES)[number];

/** A copy of the work that somebody keeps. */
export interface KeptCopy {
  readonly by: 'issuer' | ArchiveName;
  /** Where the copy is; null while the archive has only been asked, and for a copy that is not public. */
  readonly url: string | null;
  readonly state: 'kept' | 'requested' | 'failed';
  /** RFC 3339: since when. */
  readonly at: string;
  /** Of the copy's bytes, where they are known. */
  readonly digestSRI: string | null;
}

/** How a piece of work is tied to the recipient. Says how it was found out; never that they wrote it. */
export interface Authorship {
  readonly method: /** A text that the issuer gave to the recipient stands in the repository or on the site. */
    | 'token'
    /** The recipient's DID stands there. */
    | 'did'
    /** A commit is signed by a key with which the recipient signed the issuer's challenge. */
    | 'signed-commit'
    /** The account that the recipient linked is the author of a commit, as the hosting service says. */
    | 'linked-account'
    /** A named person endorsed the badge. */
    | 'assessor';
  /** The account, the key's fingerprint, the DID, the path of the file, the assessor's name: claimed text. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** How many commits it covers, of how many; null where that is no question. */
  readonly share: { readonly commits: number; readonly of: number } | null;
}
