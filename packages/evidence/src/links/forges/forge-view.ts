import { type ForgeGit, versionAt } from './forge-git.js';

/** What a link into a forge points at, in terms that all forges share. */
export interface ForgeView {
  /** The path of the repository, without a slash at the end. */
  readonly repository: string;
  /** Where the repository lives, when that is another origin than the link's. */
  readonly origin?: string;
  /** The commit, branch or tag as written; null when the link names none, or more than one. */
  readonly ref: string | null;
  /** The kind of `ref`, where the link names it. */
  readonly refIs: 'commit' | 'branch' | 'tag' | 'any';
  /** The path of one file, when the link is about one. */
  readonly file: string | null;
  /** The link answers with the bytes of a file, not with a page about it. */
  readonly raw: boolean;
  /** The address of the page of a full commit below the origin of the link, where that is not the path of the link. */
  readonly page?: (commit: string) => string;
  /** The path of the tree page of a commit, where the forge is known to have one. */
  readonly treeOf?: (commit: string) => string;
  /** What to read in the repository; null when the link is about something else there, such as an issue. */
  readonly git: ForgeGit | null;
}

/** Reads the path of a link, without empty parts, and its query. Null when the link is into no repository. */
export type ForgeReader = (parts: readonly string[], query: URLSearchParams) => ForgeView | null;

export const FULL_COMMIT: RegExp = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

export function view(repository: readonly string[], more: Partial<ForgeView> = {}): ForgeView {
  return { repository: `/${repository.join('/')}`, ref: null, refIs: 'any', file: null, raw: false, git: null, ...more };
}

export const withoutGit = (name: string): string => name.replace(/\.git$/, '');
export const fileOf = (parts: readonly string[]): string | null => (parts.length === 0 ? null : parts.join('/'));
/** Where one kind of link serves files and folders alike, only an ending tells a file. */
export const perhapsFile = (parts: readonly string[]): string | null =>
  /[^.]\.[a-z0-9]{1,8}$/i.test(parts.at(-1) ?? '') ? parts.join('/') : null;

type Version = Pick<ForgeView, 'ref' | 'refIs' | 'file'>;

/** `refs/heads/main/a.txt` and `refs/tags/v1/a.txt` say what they are; `main/a.txt` and `0123…/a.txt` do not. */
export function versionOf(parts: readonly string[]): Version & { readonly named: readonly string[] } {
  const [first = null, kind, ...named] = parts;
  if (first !== 'refs' || (kind !== 'heads' && kind !== 'tags' && kind !== 'remotes'))
    return { ref: first, refIs: first === 'refs' ? 'branch' : 'any', file: fileOf(parts.slice(1)), named: parts };
  return { ref: named[0] ?? null, refIs: kind === 'tags' ? 'tag' : 'branch', file: fileOf(named.slice(1)), named };
}

/** The view of a version and a path in it. `prefix`: what stands before the commit in the address of the same page. */
export function versionView(
  repository: readonly string[],
  prefix: string,
  parts: readonly string[],
  more: Partial<ForgeView> = {},
  between = '',
): ForgeView {
  const { ref, refIs, file, named } = versionOf(parts);
  return view(repository, { ref, refIs, file, git: versionAt(prefix, named, refIs, between), ...more });
}

/**
 * The view of one commit.
 *
 * @param ref as written, `.patch` or `.diff` after it
 */
export function commitView(repository: readonly string[], prefix: string, ref: string | null, more: Partial<ForgeView> = {}): ForgeView {
  const bare = ref?.replace(/\.(?:patch|diff)$/, '') ?? null;
  const page = bare === ref ? {} : { page: (commit: string) => prefix + commit };
  return view(repository, { ref: bare, refIs: 'commit', git: versionAt(prefix, [bare], 'commit'), ...page, ...more });
}

const ARCHIVE_ENDING = /\.(?:zip|tar\.gz|tar\.bz2|tar|tgz|bundle)$/;

/**
 * The view of a download of the whole repository: `0123….zip`, `refs/tags/v1.tar.gz`. Git is read only for a full commit: an archive of a
 * branch or tag has no address at one commit.
 */
export function archiveView(
  repository: readonly string[],
  prefix: string,
  parts: readonly string[],
  more: Partial<ForgeView> = {},
): ForgeView {
  const last = parts.at(-1) ?? '';
  const ending = ARCHIVE_ENDING.exec(last)?.[0] ?? '';
  const { ref, refIs } = versionOf([...parts.slice(0, -1), last.slice(0, last.length - ending.length)]);
  const full = ref !== null && refIs === 'any' && FULL_COMMIT.test(ref);
  const git: ForgeGit | null = full
    ? { place: { names: 'version', parts: [ref], versionIs: 'commit' }, pageAt: (commit) => prefix + commit + ending }
    : null;
  return view(repository, { ref, refIs, file: 'archive.zip', raw: true, git, ...more });
}
