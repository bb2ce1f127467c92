import type { EvidenceKind, GitFacts } from './facts.js';

/** The `type` by which an evidence report is known, wherever it is found. */
export const EVIDENCE_REPORT_TYPE = 'ProofmarkEvidenceReport';

/**
 * The facts about the evidence at issue that have no standard term. A JSON document that the issuer hosts, bound
 * to the badge by `relatedResource` with its `digestSRI` (VC Data Model 2.0, 5.3), so that it is a statement of the issuer of a checked
 * badge. It never changes; later findings are in the work log.
 */
export interface EvidenceReportDocument {
  readonly type: typeof EVIDENCE_REPORT_TYPE;
  /** The badge's own `id`. */
  readonly credential: string;
  /** RFC 3339, when the work was looked at. */
  readonly madeAt: string;
  /** Where the work log is. */
  readonly log: string;
  readonly items: readonly ReportedEvidence[];
}

/** One piece of evidence. */
export interface ReportedEvidence {
  /** The `id` of the evidence object in the badge. */
  readonly id: string;
  /** The link as it was given, before it was pinned to one version; null for evidence without a link. */
  readonly given: string | null;
  readonly kind: EvidenceKind;
  /** The `id`s of other evidence objects of the badge that name the same work: a SWHID, a captured copy. */
  readonly others: readonly string[];
  /** How it is pinned; `none` when it is not. */
  readonly pin: 'digest' | 'commit' | 'swhid' | 'doi' | 'capture' | 'none';
  readonly mediaType: string | null;
  /** Bytes. */
  readonly size: number | null;
  /** RFC 3339: the last change of the work that is known of (the commit), or null. */
  readonly changedAt: string | null;
  readonly git: GitFacts | null;
  readonly kept: readonly Capture[];
  readonly theirs: readonly Authorship[];
  /** Stable codes of what a reader should know. */
  readonly problems: readonly string[];
}

/** Public archives that can be asked to keep a copy. */
export const ARCHIVE_NAMES = ['software-heritage', 'wayback'] as const;
export type ArchiveName = (typeof ARCHIVE_NAMES)[number];

/** A capture of evidence, kept by the issuer or an archive. */
export interface Capture {
  readonly by: 'issuer' | ArchiveName;
  /** Where the copy is; null while the archive has only been asked, and for a copy that is not public. */
  readonly url: string | null;
  readonly state: 'kept' | 'requested' | 'failed';
  /** RFC 3339: since when. */
  readonly at: string;
  /** Of the copy's bytes, where they are known. */
  readonly digestSRI: string | null;
}

/** Authorship of the recipient, with the method by which it was found; no method proves that they wrote it. */
export interface Authorship {
  readonly method: /** A text that the issuer gave to the recipient is in the repository or on the site. */
    | 'token'
    /** The recipient's DID is there. */
    | 'did'
    /** A commit is signed by a key with which the recipient signed the issuer's challenge. */
    | 'signed-commit'
    /** The account that the recipient linked is the author of a commit, according to the forge. */
    | 'linked-account'
    /** A named person endorsed the badge. */
    | 'assessor';
  /** The account, the key's fingerprint, the DID, the path of the file, the assessor's name: claimed text. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** How many commits it covers, of how many; null where that is no question. */
  readonly share: { readonly commits: number; readonly of: number } | null;
  /** Of an assessor: the domain of an address that they proved to the service of the issuer, as that service says. */
  readonly domain?: string | undefined;
}
