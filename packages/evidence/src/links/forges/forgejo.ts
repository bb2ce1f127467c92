import { headAt, requestAt, versionAt } from './forge-git.js';
import {
  archiveView,
  commitView,
  type ForgeReader,
  FULL_COMMIT,
  fileOf,
  perhapsFile,
  versionView,
  view,
  withoutGit,
} from './forge-view.js';

const PAGES = new Set(['src', 'raw', 'media', 'blame', 'commits', 'rendered']);
const SERVED = new Set(['raw', 'media']);

/** Forgejo, Gitea and Gogs: by a known host, or by the shape of an address that names a version. */
export const forgejo =
  (known: boolean): ForgeReader =>
  ([owner, name, verb, ...rest]) => {
    if (owner === undefined || name === undefined) return null;
    const repository = [owner, withoutGit(name)];
    const base = `/${repository.join('/')}`;
    const treeOf = (commit: string): string => `${base}/src/commit/${commit}`;
    const [first = null, second = null, ...path] = rest;
    const isFull = (ref: string | null): boolean => FULL_COMMIT.test(ref?.replace(/\.[a-z0-9.]{2,8}$/, '') ?? '');
    if (verb !== undefined && PAGES.has(verb)) {
      const raw = SERVED.has(verb);
      const file = raw || verb === 'blame' ? fileOf(path) : verb === 'commits' ? null : perhapsFile(path);
      const page = verb === 'blame' || verb === 'rendered' ? 'src' : verb;
      if (first === 'commit' || first === 'branch' || first === 'tag')
        return view(repository, { ref: second, refIs: first, file, raw, git: versionAt(`${base}/${page}/commit/`, rest.slice(1), first) });
      // Gogs, and Gitea before 1.2, do not say what kind of version it is.
      if (known && first !== null)
        return versionView(repository, `${base}/${page}/`, rest, { raw, ...(verb === 'commits' && { file: null }) });
    }
    if (verb === 'commit' && first !== null && (known || isFull(first))) return commitView(repository, `${base}/commit/`, first);
    if (verb === 'archive' && first !== null && (known || isFull(first))) return archiveView(repository, `${base}/archive/`, rest);
    const ofRequest = verb === 'pulls' && (second === 'commits' || second === 'files') ? (path[0] ?? null) : null;
    if (ofRequest !== null && (known || isFull(ofRequest)))
      return /^[0-9a-f]{4,64}$/i.test(ofRequest)
        ? commitView(repository, `${base}/pulls/${first}/${second}/`, ofRequest)
        : view(repository, { treeOf });
    if (!known) return null;
    if (verb === 'releases') {
      const git = first === 'tag' ? versionAt(`${base}/src/commit/`, rest.slice(1), 'tag') : null;
      return view(repository, { ref: second ?? 'latest', refIs: 'tag', file: fileOf(path), raw: first === 'download', git });
    }
    if (verb === 'pulls') return view(repository, { treeOf, git: requestAt(`${base}/src/commit/`, 'pull', first) });
    return view(repository, { treeOf, git: verb === undefined ? headAt(`${base}/src/commit/`) : null });
  };
