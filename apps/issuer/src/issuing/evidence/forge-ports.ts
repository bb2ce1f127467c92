/** Whom a forge names as the author of a commit. */
export type CommitAuthor =
  | { readonly ok: true /** Null when no account of theirs is. */; readonly account: { readonly id: string; readonly name: string } | null }
  | { readonly ok: false };

/** A code forge (GitHub, GitLab) that knows which accounts are the authors of commits. What the network does is an answer, never an exception. */
export interface Forge {
  /** As it stands in links to its repositories, with the port where there is one. */
  readonly host: string;
  /** @param repository its path: `ada/todo` */
  authorOf(repository: string, commit: string): Promise<CommitAuthor>;
}
