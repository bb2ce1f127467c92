/** The kind of a piece of evidence. `page` is any web page that is not recognised as something else. */
export const EVIDENCE_KINDS = ['repository', 'deployment', 'document', 'video', 'image', 'file', 'page'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a repository was found to hold at one commit. */
export interface GitFacts {
  readonly commit: string;
  /** The branch or tag that the link named, by its full name; null when it named a commit. */
  readonly ref: string | null;
  readonly files: number;
  readonly languages: readonly string[];
  /** The name of the licence's file in the root folder; null where there is none, absent in earlier reports. */
  readonly licence?: string | null;
  readonly commits: number | null;
  /** False when there are more commits than were read; null when no history was read. */
  readonly complete: boolean | null;
  /** RFC 3339, first and last commit. */
  readonly first: string | null;
  readonly last: string | null;
}
