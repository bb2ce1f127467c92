import type { DeclaredAuthor } from '@proofmark/schemas/api';
import type { GitPlace } from '@proofmark/schemas/git';
import type { TreeSummary } from './tree-summary.js';

/** Reads repositories. Never throws for what a server does or sends. */
export interface GitSource {
  read(request: GitRequest): Promise<GitSnapshot | GitFailure>;
}

export interface GitRequest {
  /** Addresses under which the repository may answer git's smart HTTP; the first that does is read. */
  readonly remotes: readonly string[];
  readonly place: GitPlace;
  /** Whose commits to count. */
  readonly author?: DeclaredAuthor | undefined;
  /** Keys that the recipient proved to have, in OpenSSH's base64: their commits are counted apart. */
  readonly provenKeys?: readonly string[] | undefined;
  /** Paths of small files whose content is wanted, from the root of the commit. */
  readonly files?: readonly string[] | undefined;
  readonly limits?: Partial<GitLimits>;
}

/** How much of a repository is read at most. */
export interface GitLimits {
  /** One answer of the server, in bytes. */
  readonly packBytes: number;
  /** The list of refs, in bytes. */
  readonly refsBytes: number;
  /** Objects in one pack. */
  readonly objects: number;
  /** One object, in bytes. */
  readonly objectBytes: number;
  /** All objects of one pack together, in bytes. */
  readonly inflatedBytes: number;
  /** Entries of the tree, folders included. */
  readonly entries: number;
  /** Folders inside folders. */
  readonly depth: number;
  /** Generations of history that are asked for. */
  readonly generations: number;
  /** For everything together. */
  readonly milliseconds: number;
}

export const GIT_LIMITS: GitLimits = {
  packBytes: 64 * 1024 * 1024,
  refsBytes: 8 * 1024 * 1024,
  objects: 250_000,
  objectBytes: 32 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  entries: 100_000,
  depth: 64,
  generations: 10_000,
  milliseconds: 60_000,
};

/** Why nothing could be read. Stable names; those of the safe fetch pass through. */
export type GitFailureCode =
  | 'offline' // the network is not to be used
  | 'refused-address'
  | 'unreachable'
  | 'timeout'
  | 'too-large' // an answer, an object, or all of them, beyond the limits
  | 'too-many-redirects'
  | 'malformed-response' // not what git's protocol or its pack format allows
  | 'http-status' // an answer that is not 2xx and none of the next two; `status` says which
  | 'repository-private' // 401 or 403: needs a password, or is not there and the host does not say so
  | 'repository-not-found' // 404 or 410
  | 'not-a-repository' // answers, but not as git does
  | 'empty-repository'
  | 'ref-not-found' // no branch or tag of that name
  | 'commit-not-found' // the server does not have the commit, or does not give it away
  | 'ambiguous-commit' // an abbreviated id that fits several commits
  | 'path-not-found'
  | 'too-deep' // folders inside folders beyond the limit
  | 'too-many-files';

export interface GitFailure {
  readonly ok: false;
  readonly code: GitFailureCode;
  readonly status?: number;
}

/** What a reader should know of a repository that was read. Stable names. */
export const GIT_PROBLEMS = [
  'repository-moved', // the address redirects to another one
  'not-on-a-branch', // no branch or tag of the repository leads to the commit: a fork's commit is shown under the same address
  'submodule', // part of the work is in another repository, which was not read
  'symlink', // a link to another place in the tree; not followed
  'symlink-outside', // a link to a place outside of the tree; not followed
  'lfs-pointer', // a file whose content is elsewhere (Git LFS); not followed
  'unsafe-name', // a name that would leave the folder on some system
  'sizes-not-read', // too large to read each file
  'history-not-read', // the server gives no history within the limits
  'history-truncated', // the repository has more commits than were read
  'no-swhid', // a SHA-256 repository: SWHIDs of version 1 are SHA-1
] as const;
export type GitProblem = (typeof GIT_PROBLEMS)[number];

/** A repository at one commit. Every object was hashed, so all of this follows from the commit id. */
export interface GitSnapshot {
  readonly ok: true;
  /** The address that answered, after redirects. */
  readonly remote: string;
  readonly objectFormat: 'sha1' | 'sha256';
  /** The ref that led here, by its full name; null when the commit itself was named. */
  readonly ref: string | null;
  readonly commit: string;
  /** The committer's date, RFC 3339 in UTC; null when it is unreadable. It is what the commit says. */
  readonly committedAt: string | null;
  /** The root folder of the commit. */
  readonly rootTree: string;
  /** The path that was asked for, without a slash at either end; empty for the root. */
  readonly path: string;
  /** What stands at the path. */
  readonly object: { readonly type: 'tree' | 'blob'; readonly id: string };
  /** What lies at and below the path. */
  readonly tree: TreeSummary;
  readonly history: HistorySummary | null;
  /** Those of the wanted files that are there, and have at most 4096 bytes. */
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
  /** Whether a branch or tag of the repository leads to the commit; null when that was not found out. */
  readonly reachable: boolean | null;
  /** The same, where the ref of a proposal (`refs/pull/…`) does not count: anybody can make one. */
  readonly onBranch: boolean | null;
  readonly problems: readonly GitProblem[];
}

/** The commits that lead to one commit, itself included. */
export interface HistorySummary {
  readonly commits: number;
  /** False when there are more than were read. */
  readonly complete: boolean;
  /** Committer dates, RFC 3339 in UTC; null when no commit has a readable one. */
  readonly first: string | null;
  readonly last: string | null;
  /** How many commits name a declared address as author, or are signed by a declared key. Null when nothing was declared. */
  readonly authored: { readonly byEmail: number; readonly byKey: number } | null;
  /** The keys of `provenKeys` by their fingerprints (`SHA256:…`), and how many commits each has signed. */
  readonly proven: readonly { readonly fingerprint: string; readonly commits: number }[];
  /** Signed commits, by outcome. `notChecked`: X.509, OpenPGP keys that were not declared, and SSH keys of other kinds than Ed25519, P-256 and RSA. */
  readonly signatures: { readonly valid: number; readonly invalid: number; readonly notChecked: number };
}
