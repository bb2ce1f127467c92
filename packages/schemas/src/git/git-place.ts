/** Which version is meant, and which path in it. */
export type GitPlace =
  /** The tip of the default branch. */
  | { readonly names: 'head' }
  /** One ref by its full name, such as `refs/pull/7/head`. */
  | { readonly names: 'ref'; readonly ref: string }
  /** A commit, branch or tag and after it a path, as they stand in a link: undivided, since branch names may hold slashes. */
  | { readonly names: 'version'; readonly parts: readonly string[]; readonly versionIs: 'commit' | 'branch' | 'tag' | 'any' };

const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** The full id of the commit that a link names by itself, if it does: then no ref needs to be known. */
export function namedCommit(place: GitPlace): string | null {
  if (place.names !== 'version' || place.versionIs === 'branch' || place.versionIs === 'tag') return null;
  const [first = ''] = place.parts;
  return FULL.test(first) ? first.toLowerCase() : null;
}
