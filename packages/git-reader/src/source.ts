import type { DeclaredAuthor } from '@proofmark/schemas/api';
import type { GitPlace } from '@proofmark/schemas/git';
import type { GitFailure, GitProblem } from './failure.js';
import type { GitLimits } from './limits.js';
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
  /** The same, where the ref of a proposal (`refs/pull/…`) does not count: anyone can make one. */
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
