import { headAt, requestAt, versionAt } from './forge-git.js';
import { commitView, type ForgeReader, type ForgeView, versionOf, versionView, view, withoutGit } from './forge-view.js';

const VERBS = new Set([
  'tree',
  'blob',
  'raw',
  'commit',
  'commits',
  'blame',
  'archive',
  'merge_requests',
  'tags',
  'releases',
  'compare',
  'edit',
]);
const PAGES = new Set(['tree', 'commits', 'blob', 'raw', 'blame', 'edit']);

/** GitLab: by its host, or by the part `-` of its addresses. Older addresses have none: `known` hosts are read without it. */
export const gitlab =
  (known: boolean): ForgeReader =>
  (parts, query) => {
    const dash = parts.indexOf('-');
    const older = dash === -1 && known ? parts.findIndex((part, at) => at > 1 && VERBS.has(part)) : -1;
    const project = dash !== -1 ? parts.slice(0, dash) : older === -1 ? parts : parts.slice(0, older);
    if (project.length < 2 || (known && project[0] === 'api')) return null;
    const repository = [...project.slice(0, -1), withoutGit(project.at(-1)!)];
    const base = `/${repository.join('/')}/-/`;
    const behind = dash !== -1 ? parts.slice(dash + 1) : older === -1 ? null : parts.slice(older);
    const treeOf = (commit: string): string => `${base}tree/${commit}`;
    if (behind === null) return known ? view(repository, { treeOf, git: headAt(`${base}tree/`) }) : null;
    const found = pageView(repository, base, behind, query);
    return found ?? (known ? view(repository, { treeOf }) : null);
  };

function pageView(
  repository: readonly string[],
  base: string,
  [verb, ...rest]: readonly string[],
  query: URLSearchParams,
): ForgeView | null {
  const [first = null] = rest;
  if (verb !== undefined && PAGES.has(verb) && first !== null) {
    const isFolder = verb === 'tree' || verb === 'commits';
    const prefix = verb === 'blame' || verb === 'edit' ? `${base}blob/` : `${base}${verb}/`;
    const more = { raw: verb === 'raw', ...(isFolder && { file: null }) };
    // A branch may have a name that looks like a commit: the query says that it is one.
    const type = query.get('ref_type');
    if (type !== 'heads' && type !== 'tags') return versionView(repository, prefix, rest, more);
    const refIs = type === 'tags' ? 'tag' : 'branch';
    const { file } = versionOf(rest);
    return view(repository, { ref: first, refIs, file, git: versionAt(prefix, rest, refIs), ...more });
  }
  if (verb === 'commit') return commitView(repository, `${base}commit/`, first);
  if (verb === 'archive') return gitlabArchive(repository, base, rest);
  if (verb === 'tags' || verb === 'releases')
    return view(repository, { ref: first ?? 'latest', refIs: 'tag', git: versionAt(`${base}tree/`, rest, 'tag') });
  return verb === 'merge_requests' ? requestView(repository, base, rest, query) : null;
}

/** `archive/0123…/todo-0123….zip`; what the file is called says nothing. */
function gitlabArchive(repository: readonly string[], base: string, parts: readonly string[]): ForgeView {
  const { ref, refIs } = versionOf(parts.slice(0, Math.max(1, parts.length - 1)));
  const name = parts.length > 1 ? `/${parts.at(-1)}` : '';
  const git = ref !== null && refIs === 'any' ? versionAt(`${base}archive/`, [ref], 'commit') : null;
  const full = git !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref ?? '');
  return view(repository, {
    ref,
    refIs,
    file: 'archive.zip',
    raw: true,
    git: full ? { ...git, pageAt: (commit) => `${base}archive/${commit}${name}` } : null,
  });
}

/** A merge request, or one commit of it: `5/diffs?commit_id=0123…`. One version of its changes among several is no commit. */
function requestView(repository: readonly string[], base: string, [number]: readonly string[], query: URLSearchParams): ForgeView {
  const treeOf = (commit: string): string => `${base}tree/${commit}`;
  const [commit = null, another] = query.getAll('commit_id');
  if (commit !== null && another === undefined)
    return commitView(repository, `${base}commit/`, commit, { page: (full) => `${base}commit/${full}` });
  if (commit !== null || query.has('diff_id') || query.has('start_sha')) return view(repository);
  return view(repository, { treeOf, git: requestAt(`${base}tree/`, 'merge-requests', number) });
}
