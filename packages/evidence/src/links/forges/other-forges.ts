import { headAt, versionAt } from './forge-git.js';
import {
  archiveView,
  commitView,
  type ForgeReader,
  type ForgeView,
  FULL_COMMIT,
  fileOf,
  perhapsFile,
  versionView,
  view,
  withoutGit,
} from './forge-view.js';

export const bitbucket: ForgeReader = ([owner, name, verb, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  const base = `/${repository.join('/')}`;
  const [first = null, ...path] = rest;
  if (verb === 'commits' && (first === 'branch' || first === 'tag'))
    return view(repository, { ref: path[0] ?? null, refIs: first, git: versionAt(`${base}/src/`, path, first) });
  if (verb === 'commits' && first !== null) return view(repository, { ref: first, git: versionAt(`${base}/commits/`, [first], 'any') });
  if (verb === 'raw' && first !== null) return versionView(repository, `${base}/raw/`, rest, { raw: true });
  if (verb === 'src' && first !== null) return versionView(repository, `${base}/src/`, rest, { file: perhapsFile(path) });
  if ((verb === 'annotate' || verb === 'history-node') && first !== null)
    return versionView(repository, `${base}/src/`, rest, { file: fileOf(path) });
  if (verb === 'get' && first !== null) return archiveView(repository, `${base}/get/`, rest);
  if (verb === 'branch') return view(repository, { ref: first, refIs: 'branch', git: versionAt(`${base}/src/`, rest, 'branch') });
  const whole = verb === undefined || verb === 'src' ? headAt(`${base}/src/`) : null;
  return view(repository, { treeOf: (commit) => `${base}/src/${commit}/`, git: whole });
};

export const sourcehut: ForgeReader = ([owner, name, verb, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined || !owner.startsWith('~')) return null;
  const repository = [owner, name];
  const path = rest[0] === 'item' ? rest.slice(1) : rest;
  const base = `/${owner}/${name}`;
  if ((verb === 'tree' || verb === 'log' || verb === 'blame') && ref !== null)
    return versionView(repository, `${base}/tree/`, [ref, ...path], { file: perhapsFile(path) }, '/item');
  if (verb === 'commit') return commitView(repository, `${base}/commit/`, ref);
  if (verb === 'blob' && ref !== null) return versionView(repository, `${base}/blob/`, [ref, ...rest], { raw: true });
  if (verb === 'archive' && ref !== null) return archiveView(repository, `${base}/archive/`, [ref, ...rest]);
  if (verb === 'refs' && ref !== null) return view(repository, { ref, refIs: 'tag', git: versionAt(`${base}/tree/`, [ref], 'tag') });
  const whole = verb === undefined || verb === 'tree' ? headAt(`${base}/tree/`) : null;
  return view(repository, { treeOf: (commit) => `${base}/tree/${commit}`, git: whole });
};

const HUB_PAGES = new Set(['tree', 'blob', 'raw', 'resolve', 'blame', 'commits']);

/** Hugging Face: models, `datasets/…` and `spaces/…`. A few old models have no owner. */
export const huggingFace: ForgeReader = (parts) => {
  const kind = parts[0] === 'datasets' || parts[0] === 'spaces' ? 1 : 0;
  const isVerb = (part: string | undefined): boolean => part === 'commit' || (part !== undefined && HUB_PAGES.has(part));
  const length = kind + (isVerb(parts[kind + 1]) ? 1 : 2);
  const repository = parts.slice(0, length).map((part, at) => (at === length - 1 ? withoutGit(part) : part));
  if (repository.length < length || length > parts.length) return null;
  const base = `/${repository.join('/')}`;
  const [verb, ...rest] = parts.slice(length);
  const treeOf = (commit: string): string => `${base}/tree/${commit}`;
  if (verb === 'commit') return commitView(repository, `${base}/commit/`, rest[0] ?? null);
  if (verb === undefined || !HUB_PAGES.has(verb) || rest.length === 0)
    return view(repository, { treeOf, git: verb === undefined ? headAt(`${base}/tree/`) : null });
  const prefix = verb === 'blame' ? `${base}/blob/` : `${base}/${verb}/`;
  const isFolder = verb === 'tree' || verb === 'commits';
  return versionView(repository, prefix, rest, { raw: verb === 'raw' || verb === 'resolve', ...(isFolder && { file: null }) });
};

const AZURE_VERSION = /^(G[BCT])(.+)$/i;

/** Azure DevOps: `org/project/_git/repo?path=/a&version=GC0123…`; GB is a branch, GT a tag. */
export const azure: ForgeReader = (parts, query) => {
  const at = parts.indexOf('_git');
  if (at === -1 || parts[at + 1] === undefined) return null;
  const repository = parts.slice(0, at + 2);
  const base = `/${repository.join('/')}`;
  const path = (query.get('path') ?? '').split('/').filter((part) => part !== '');
  const pageAt = (commit: string, names: readonly string[] = []): string =>
    `${base}?${names.length === 0 ? '' : `path=/${names.map(encodeURIComponent).join('/')}&`}version=GC${commit}`;
  const [verb, ref = null] = parts.slice(at + 2);
  const [version, another] = query.getAll('version');
  if (verb === 'commit' && another === undefined) {
    const [, , other] = AZURE_VERSION.exec(version ?? '') ?? [];
    const isOne = other === undefined || !FULL_COMMIT.test(other) || other.toLowerCase() === ref?.toLowerCase();
    return isOne ? commitView(repository, `${base}/commit/`, ref) : view(repository);
  }
  if (verb !== undefined || another !== undefined) return view(repository);
  const [, letters, name] = AZURE_VERSION.exec(version ?? '') ?? [];
  if (letters === undefined || name === undefined) return view(repository, { git: { place: { names: 'head' }, pageAt } });
  const refIs = ({ GB: 'branch', GC: 'commit', GT: 'tag' } as const)[letters.toUpperCase() as 'GB' | 'GC' | 'GT'];
  const git = { place: { names: 'version', parts: [...name.split('/'), ...path], versionIs: refIs }, pageAt } as const;
  const file = perhapsFile(path);
  return view(repository, { ref: name, refIs, file, git, page: (commit) => pageAt(commit, path) }) satisfies ForgeView;
};
