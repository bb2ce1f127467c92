import type { Json } from '@proofmark/primitives';
import type { ForgePlace } from './forge-place.js';

/** A commit, as the API of its forge tells it. */
export interface ForgeCommit {
  readonly id: string;
  /** The id of its root folder; null where the API does not tell. */
  readonly tree: string | null;
  /** RFC 3339 in UTC; null when it is unreadable. It is what the commit says. */
  readonly committedAt: string | null;
  /** The address of its page, which is another repository's after a move; null where the API does not tell. */
  readonly page: string | null;
}

/** Whether the repository leads to a commit: forges show the commits of forks under the address of the original, too. */
export interface ForgeReach {
  readonly leads: boolean;
  /** What was looked at: the default branch, or every branch and tag. */
  readonly from: 'default-branch' | 'all-refs';
  /** What the default branch holds beyond the commit, where the answer tells. */
  readonly since: { readonly commits: number; readonly last: string | null } | null;
}

/** One entry of a list of files, with its path from the root of the commit. */
export interface ForgeEntry {
  readonly path: string;
  /** Octal, as git writes it, without zeros before. */
  readonly mode: string;
  /** The id of the blob, the tree, or the commit of a submodule. */
  readonly id: string;
  readonly size: number | null;
}

/** One page of a list of files. `more`: another page follows; `cut`: the forge leaves something out. */
export interface ForgeListing {
  readonly entries: readonly ForgeEntry[];
  readonly more: boolean;
  readonly cut: boolean;
}

/** The public API of one kind of forge: addresses, and readers of what they answer. A reader answers null for what the API does not send. */
export interface ForgeApi {
  readonly accept: string;
  commitUrl(place: ForgePlace): string;
  readCommit(json: Json): ForgeCommit | null;
  reachUrl(place: ForgePlace): string;
  readReach(json: Json): ForgeReach | null;
  /** @param page from 1 */
  treeUrl(place: ForgePlace, commit: ForgeCommit, page: number): string;
  readTree(json: Json): ForgeListing | null;
  /** Where the bytes of a file at the place can be had from any origin. */
  fileUrl(place: ForgePlace): string;
}
