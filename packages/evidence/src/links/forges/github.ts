import { headAt, requestAt, versionAt } from './forge-git.js';
import {
  archiveView,
  commitView,
  type ForgeReader,
  type ForgeView,
  FULL_COMMIT,
  fileOf,
  versionView,
  view,
  withoutGit,
} from './forge-view.js';

const PAGES = new Set(['tree', 'commits', 'blob', 'raw', 'blame', 'edit']);

/** GitHub, and Gitee, which writes its addresses alike. */
export const github: ForgeReader = ([owner, name, verb, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  const base = `/${repository.join('/')}`;
  const [first = null] = rest;
  if (verb !== undefined && PAGES.has(verb) && first !== null) {
    const isFolder = verb === 'tree' || verb === 'commits';
    // The page of a file is the one that stays; of the others only the version is meant.
    const prefix = verb === 'blame' || verb === 'edit' ? `${base}/blob/` : `${base}/${verb}/`;
    return versionView(repository, prefix, rest, { raw: verb === 'raw', ...(isFolder && { file: null }) });
  }
  if (verb === 'commit') return commitView(repository, `${base}/commit/`, first);
  if (verb === 'archive' || verb === 'zipball' || verb === 'tarball') return archiveView(repository, `${base}/${verb}/`, rest);
  if (verb === 'repository' && first === 'archive') return archiveView(repository, `${base}/repository/archive/`, rest.slice(1));
  if (verb === 'releases') {
    const git = first === 'tag' ? versionAt(`${base}/tree/`, rest.slice(1), 'tag') : null;
    return view(repository, { ref: rest[1] ?? 'latest', refIs: 'tag', file: fileOf(rest.slice(2)), raw: first === 'download', git });
  }
  const treeOf = (commit: string): string => `${base}/tree/${commit}`;
  if (verb === 'pull' || verb === 'pulls') return requestView(repository, `${base}/${verb}/`, rest) ?? view(repository, { treeOf });
  return view(repository, { treeOf, git: verb === undefined ? headAt(`${base}/tree/`) : null });
};

/**
 * A pull request, or one commit of it: `7/commits/0123…`, `7/files/0123…` and `7/changes/0123…` show that commit. A range of commits is no
 * version, so that nothing is read.
 */
function requestView(repository: readonly string[], prefix: string, [number, tab, ref]: readonly string[]): ForgeView | null {
  const isCommit = (tab === 'commits' || tab === 'files' || tab === 'changes') && ref !== undefined;
  if (isCommit && /^[0-9a-f]{4,64}(?:\.patch|\.diff)?$/i.test(ref)) return commitView(repository, `${prefix}${number}/${tab}/`, ref);
  if (isCommit) return null;
  const base = `/${repository.join('/')}`;
  return view(repository, { treeOf: (commit) => `${base}/tree/${commit}`, git: requestAt(`${base}/tree/`, 'pull', number) });
}

/** The bytes of files: `raw.githubusercontent.com`, and `media.githubusercontent.com` with a word before. */
export const githubRaw: ForgeReader = (parts) => {
  const isMedia = parts[0] === 'media' && parts.length > 3;
  const [owner, name, ...rest] = isMedia ? parts.slice(1) : parts;
  if (owner === undefined || name === undefined) return null;
  const prefix = `${isMedia ? '/media' : ''}/${owner}/${name}/`;
  return versionView([owner, name], prefix, rest, { origin: 'https://github.com', raw: true });
};

/** Archives: `codeload.github.com/ada/todo/zip/0123…`. */
export const githubCodeload: ForgeReader = ([owner, name, format, ...rest]) => {
  if (owner === undefined || name === undefined || format === undefined || rest.length === 0) return null;
  return archiveView([owner, name], `/${owner}/${name}/${format}/`, rest, { origin: 'https://github.com' });
};

/** A gist is a repository, shown with its owner or without. */
export const gist: ForgeReader = (parts) => {
  const isAlone = parts.length > 0 && /^[0-9a-f]{20,40}$/i.test(parts[0]!) && (parts.length === 1 || isRevision(parts[1]!));
  const repository = parts.slice(0, isAlone ? 1 : 2);
  const [verb, ...rest] = parts.slice(repository.length);
  if (repository.length < (isAlone ? 1 : 2)) return null;
  const origin = { origin: 'https://gist.github.com' } as const;
  const page = `/${repository.join('/')}/`;
  if (verb === undefined) return view(repository, { ...origin, git: headAt(page) });
  if (verb === 'archive') return archiveView(repository, `${page}archive/`, rest, origin);
  if (verb !== 'raw') {
    const named = /^[0-9a-f]{4,64}$/i.test(verb) ? verb : null;
    return view(repository, { ...origin, ref: named, refIs: 'commit', git: named === null ? null : versionAt(page, [named], 'commit') });
  }
  const [ref = null, ...file] = rest;
  // Without a revision the next part is already the file, at whatever revision is the latest.
  return rest.length > 1
    ? view(repository, { ...origin, ref, file: fileOf(file), raw: true, git: versionAt(`${page}raw/`, rest) })
    : view(repository, { ...origin, file: ref, raw: true });
};

const isRevision = (part: string): boolean => FULL_COMMIT.test(part) || part === 'raw' || part === 'archive' || part === 'revisions';
