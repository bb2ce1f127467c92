import type { GitLimits, GitSource } from '@proofmark/git-reader';
import type { MaybePromise } from '@proofmark/schemas';
import type { RepositoryContents, RepositoryReader, SameBytes } from '@proofmark/schemas/evidence';
import type { HashName } from '../digests/digest.js';
import type { ForgePlace } from '../forges/forge-place.js';

/** One piece of evidence as a badge names it. In a foreign badge its members may have any type. */
export interface EvidenceItem {
  /** The `id` of the evidence object. */
  readonly id?: unknown;
  readonly digestMultibase?: unknown;
  readonly digestSRI?: unknown;
  readonly mediaType?: unknown;
  /** SWHIDs of the same badge that name this evidence. */
  readonly swhids?: readonly string[];
}

/** The outcome of fetching evidence. `status` is that of the answer, where there was one. */
export type FetchedBody =
  | { readonly ok: true; readonly mediaType: string; readonly body: Uint8Array }
  | { readonly ok: false; readonly code: string; readonly status?: number };

/** What rechecking needs from outside. Nothing that the network does is an exception. */
export interface RecheckPorts {
  fetch(url: string): Promise<FetchedBody>;
  digest(algorithm: HashName, data: Uint8Array): MaybePromise<Uint8Array>;
  /** Null where repositories cannot be read, as in a browser. */
  readonly git: GitSource | null;
  /** Asked about a commit where git gave no answer; left out where it may not be. */
  readonly forges?: ForgeSource;
}

/** Asks the public APIs of forges, for those who cannot speak git. What the network does is an answer, never an exception. */
export interface ForgeSource {
  /** @param swhids those of the badge that name the same place */
  read(place: ForgePlace, swhids: readonly string[]): Promise<Recheck>;
  /** Where a browser can read the bytes behind a forge's link; the link itself where it is none. */
  readableFile(url: string): Promise<string>;
}

export interface RecheckOptions {
  /** Takes links to this machine, for development; false by default. */
  readonly allowLoopback?: boolean;
  /** How much of a repository is read, and how long that may take. */
  readonly git?: Partial<GitLimits>;
}

/** What a recheck found. */
export interface Recheck {
  readonly sameBytes: SameBytes;
  /** Why, as a stable code; null where nothing is to be added. Those of the fetch and of reading git pass through, see also `RECHECK_REASONS`. */
  readonly reason: string | null;
  /** What a reader should know although it answers nothing: `repository-moved`, `not-on-a-branch`, `submodule` … */
  readonly notes: readonly string[];
  /** RFC 3339: the last change of the work (the commit), where it was found out. */
  readonly changedAt: string | null;
  /** Of a repository: who answered. */
  readonly readBy?: RepositoryReader;
  /** RFC 3339: when the host may be asked again. */
  readonly askAgainAt?: string;
  /** Of a repository: what it holds. */
  readonly contents?: Omit<RepositoryContents, 'judgedAt'>;
}

/** The reasons that only a recheck gives. */
export const RECHECK_REASONS = [
  'no-address', // the badge names the work without saying where it is
  'live-page', // nothing in the badge pins the content
  'no-digest', // pinned by its name (a DOI, a capture), without a digest to compare
  'unreadable-digest', // a digest of a kind that we do not know
  'page-instead-of-file', // a web page, perhaps a log-in, is served where a file was
  'empty', // an empty body is served where a file was
  'swhid-mismatch', // the repository holds another object than the SWHID of the badge
  'unsupported-by-host', // a browser cannot read this repository: its host has no API that tells any origin
  'not-seen', // the forge shows no such commit to the public: it may be private, moved, or not there
  'forge-limited', // the forge asks for patience
  'forge-refused', // the forge does not answer
  'another-commit', // the forge answered about another commit
  'tree-inconsistent', // the forge's list of files does not have the id that the commit names
] as const;
