import { type GitPlace, namedCommit } from '@proofmark/schemas/git';
import type { Ref } from './advertisement.js';
import { GitFault } from './fault.js';

/** Where a place leads: a commit, or the beginning of a commit id that only the history can complete. */
export interface Resolved {
  readonly ref: string | null;
  readonly commit: string;
  readonly abbreviated: boolean;
  readonly path: readonly string[];
}

const SHORT = /^[0-9a-f]{7,63}$/i;

/**
 * Finds the commit that a place names among the refs of a repository. Where a branch's name may hold slashes the longest name that
 * exists wins; before a tag of the same name, the branch, as the forges do.
 *
 * @throws GitFault `empty-repository`, `ref-not-found` or `ambiguous-commit`
 */
export function resolvePlace(place: GitPlace, refs: readonly Ref[]): Resolved {
  const named = namedCommit(place);
  if (named !== null && place.names === 'version') return { ref: null, commit: named, abbreviated: false, path: place.parts.slice(1) };
  if (refs.length === 0) throw new GitFault('empty-repository');
  const byName = new Map(refs.map(({ name, id }) => [name, id]));
  if (place.names !== 'version') {
    const ref = place.names === 'head' ? 'HEAD' : place.ref;
    const commit = byName.get(ref);
    if (commit === undefined) throw new GitFault('ref-not-found');
    return { ref: place.names === 'head' ? nameOfHead(refs, commit) : ref, commit, abbreviated: false, path: [] };
  }
  return byLongestName(place, byName) ?? byAbbreviation(place.parts, refs);
}

function byLongestName(
  { parts, versionIs }: Extract<GitPlace, { names: 'version' }>,
  byName: ReadonlyMap<string, string>,
): Resolved | null {
  if (versionIs === 'commit') return null;
  const spaces = [...(versionIs === 'tag' ? [] : ['refs/heads/']), ...(versionIs === 'branch' ? [] : ['refs/tags/'])];
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('/');
    const path = parts.slice(length);
    for (const space of spaces) {
      const commit = byName.get(space + name);
      if (commit !== undefined) return { ref: space + name, commit, abbreviated: false, path };
    }
    const head = name === 'HEAD' ? byName.get('HEAD') : undefined;
    if (head !== undefined) return { ref: 'HEAD', commit: head, abbreviated: false, path };
  }
  if (versionIs === 'any') return null;
  throw new GitFault('ref-not-found');
}

function byAbbreviation([first = '', ...path]: readonly string[], refs: readonly Ref[]): Resolved {
  if (!SHORT.test(first)) throw new GitFault('ref-not-found');
  const start = first.toLowerCase();
  const tips = new Set(refs.map(({ id }) => id).filter((id) => id.startsWith(start)));
  if (tips.size > 1) throw new GitFault('ambiguous-commit');
  const [tip] = tips;
  return { ref: null, commit: tip ?? start, abbreviated: tip === undefined, path };
}

function nameOfHead(refs: readonly Ref[], commit: string): string {
  const branches = refs.filter(({ name, id }) => id === commit && name.startsWith('refs/heads/'));
  return branches.length === 1 ? branches[0]!.name : 'HEAD';
}
