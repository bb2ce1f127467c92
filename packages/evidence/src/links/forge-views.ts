import { type ForgeGit, headAt, requestAt, versionAt } from './forge-git.js';

/** What a link into a forge points at, in terms that all forges share. */
export interface ForgeView {
  /** The path of the repository, without a slash at the end. */
  readonly repository: string;
  /** Where the repository lives, when that is another origin than the link's. */
  readonly origin?: string;
  /** The commit, branch or tag as written; null when the link names none. */
  readonly ref: string | null;
  /** The kind of `ref`, where the path of the forge names it. */
  readonly refIs: 'commit' | 'branch' | 'tag' | 'any';
  /** The path of one file, when the link is about one. */
  readonly file: string | null;
  /** The link answers with the bytes of a file, not with a page about it. */
  readonly raw: boolean;
  /** The path of the tree page of a commit, where the forge is known to have one. */
  readonly treeOf?: (commit: string) => string;
  /** What to read in the repository; null when the link is about something else there, such as an issue. */
  readonly git: ForgeGit | null;
}

type Reader = (parts: readonly string[]) => ForgeView | null;

const FORGEJO_HOSTS = new Set(['codeberg.org', 'gitea.com', 'git.disroot.org', 'code.forgejo.org', 'notabug.org', 'git.gay']);

/** Reads the path of a link as the forge on that host writes it; self-hosted GitLab and Forgejo are known by the shape of the path. */
export function forgeOf({ hostname, pathname }: URL): ForgeView | null {
  const parts = pathname.split('/').filter((part) => part !== '');
  return readerOf(hostname.replace(/^www\./, ''), parts)(parts);
}

function readerOf(host: string, parts: readonly string[]): Reader {
  if (host === 'github.com') return github;
  if (host === 'raw.githubusercontent.com') return githubRaw;
  if (host === 'gist.github.com' || host === 'gist.githubusercontent.com') return gist;
  if (host === 'bitbucket.org') return bitbucket;
  if (host === 'git.sr.ht') return sourcehut;
  if (host === 'gitlab.com' || parts.includes('-')) return (path) => gitlab(path, host === 'gitlab.com');
  return (path) => forgejo(path, FORGEJO_HOSTS.has(host));
}

function view(repository: readonly string[], more: Partial<ForgeView> = {}): ForgeView {
  return { repository: `/${repository.join('/')}`, ref: null, refIs: 'any', file: null, raw: false, git: null, ...more };
}

const withoutGit = (name: string): string => name.replace(/\.git$/, '');
const fileOf = (parts: readonly string[]): string | null => (parts.length === 0 ? null : parts.join('/'));
/** Where one kind of link serves files and folders alike, only an ending tells a file. */
const perhapsFile = (parts: readonly string[]): string | null =>
  /[^.]\.[a-z0-9]{1,8}$/i.test(parts.at(-1) ?? '') ? parts.join('/') : null;
/** `0123….zip` or `v1.0.tar.gz` of an archive download. */
const archiveRef = (name: string | null | undefined): string | null =>
  name?.replace(/\.(?:zip|tar\.gz|tar\.bz2|tar|tgz|bundle)$/, '') ?? null;

const github: Reader = ([owner, name, verb, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  const base = `/${repository.join('/')}`;
  const treeOf = (commit: string): string => `${base}/tree/${commit}`;
  if (verb === 'tree' || verb === 'commit' || verb === 'commits') {
    const refIs = verb === 'commit' ? 'commit' : 'any';
    return view(repository, { ref, refIs, git: versionAt(`${base}/${verb}/`, [ref, ...rest], refIs) });
  }
  if (verb === 'blob' || verb === 'raw')
    return view(repository, { ...refsPath(ref, rest), raw: verb === 'raw', git: refsAt(`${base}/${verb}/`, ref, rest) });
  if (verb === 'archive')
    return view(repository, {
      ...refsPath(
        archiveRef(ref),
        rest.map((part) => archiveRef(part)!),
      ),
      file: 'archive.zip',
      raw: true,
    });
  if (verb === 'releases') {
    const git = ref === 'tag' ? versionAt(`${base}/tree/`, rest, 'tag') : null;
    return view(repository, { ref: rest[0] ?? 'latest', refIs: 'tag', file: fileOf(rest.slice(1)), raw: ref === 'download', git });
  }
  if (verb === 'pull' && rest[0] === 'commits') {
    const git = versionAt(`${base}/pull/${ref}/commits/`, [rest[1] ?? null], 'commit');
    return view(repository, { ref: rest[1] ?? null, refIs: 'commit', git });
  }
  if (verb === 'pull') return view(repository, { treeOf, git: requestAt(`${base}/tree/`, 'pull', ref) });
  return view(repository, { treeOf, git: verb === undefined ? headAt(`${base}/tree/`) : null });
};

const githubRaw: Reader = ([owner, name, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  const git = refsAt(`/${owner}/${name}/`, ref, rest);
  return view([owner, name], { origin: 'https://github.com', ...refsPath(ref, rest), raw: true, git });
};

function refsAt(prefix: string, ref: string | null, rest: readonly string[]): ForgeGit | null {
  const { refIs } = refsPath(ref, rest);
  return refIs === 'any' ? versionAt(prefix, [ref, ...rest]) : versionAt(prefix, rest.slice(1), refIs);
}

/** `refs/heads/main/a.txt` and `refs/tags/v1/a.txt` say what they are; `main/a.txt` and `0123…/a.txt` do not. */
function refsPath(
  ref: string | null,
  rest: readonly string[],
): Pick<ForgeView, 'ref' | 'file'> & { readonly refIs: 'any' | 'tag' | 'branch' } {
  if (ref !== 'refs') return { ref, refIs: 'any', file: fileOf(rest) };
  return { ref: rest[1] ?? null, refIs: rest[0] === 'tags' ? 'tag' : 'branch', file: fileOf(rest.slice(2)) };
}

const gist: Reader = ([owner, id, verb, ...rest]) => {
  if (owner === undefined || id === undefined) return null;
  const options = { origin: 'https://gist.github.com' } as const;
  const page = `/${owner}/${id}/`;
  if (verb !== 'raw')
    return view([owner, id], { ...options, ref: verb ?? null, git: verb === undefined ? headAt(page) : versionAt(page, [verb]) });
  const [ref = null, ...file] = rest;
  // Without a revision the next part is already the file, at whatever revision is the latest.
  return rest.length > 1
    ? view([owner, id], { ...options, ref, file: fileOf(file), raw: true, git: versionAt(`${page}raw/`, rest) })
    : view([owner, id], { ...options, file: ref, raw: true });
};

const bitbucket: Reader = ([owner, name, verb, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  const base = `/${repository.join('/')}`;
  const git = versionAt(`${base}/${verb}/`, [ref, ...rest]);
  if (verb === 'commits') return view(repository, { ref, git });
  if (verb === 'raw') return view(repository, { ref, file: fileOf(rest), raw: true, git });
  if (verb === 'src' && ref !== null) return view(repository, { ref, file: perhapsFile(rest), git });
  if (verb === 'branch') return view(repository, { ref, refIs: 'branch', git: versionAt(`${base}/src/`, [ref, ...rest], 'branch') });
  const whole = verb === undefined || verb === 'src' ? headAt(`${base}/src/`) : null;
  return view(repository, { treeOf: (commit) => `${base}/src/${commit}/`, git: whole });
};

const sourcehut: Reader = ([owner, name, verb, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined || !owner.startsWith('~')) return null;
  const path = rest[0] === 'item' ? rest.slice(1) : rest;
  const base = `/${owner}/${name}`;
  if ((verb === 'tree' && ref !== null) || verb === 'log')
    return view([owner, name], { ref, file: perhapsFile(path), git: versionAt(`${base}/tree/`, [ref, ...path], 'any', '/item') });
  if (verb === 'commit') return view([owner, name], { ref, refIs: 'commit', git: versionAt(`${base}/commit/`, [ref], 'commit') });
  if (verb === 'blob') return view([owner, name], { ref, file: fileOf(rest), raw: true, git: versionAt(`${base}/blob/`, [ref, ...rest]) });
  if (verb === 'archive') return view([owner, name], { ref: archiveRef(ref), file: 'archive.zip', raw: true });
  const whole = verb === undefined || verb === 'tree' ? headAt(`${base}/tree/`) : null;
  return view([owner, name], { treeOf: (commit) => `${base}/tree/${commit}`, git: whole });
};

function gitlab(parts: readonly string[], known: boolean): ForgeView | null {
  const dash = parts.indexOf('-');
  const project = dash === -1 ? parts : parts.slice(0, dash);
  if (project.length < 2) return null;
  const repository = [...project.slice(0, -1), withoutGit(project.at(-1)!)];
  const base = `/${repository.join('/')}/-/`;
  const treeOf = (commit: string): string => `${base}tree/${commit}`;
  if (dash === -1) return known ? view(repository, { treeOf, git: headAt(`${base}tree/`) }) : null;
  const [verb, ref = null, ...rest] = parts.slice(dash + 1);
  const git = versionAt(`${base}${verb}/`, [ref, ...rest]);
  if (verb === 'tree' || verb === 'commits') return view(repository, { ref, git });
  if (verb === 'commit') return view(repository, { ref, refIs: 'commit', git: versionAt(`${base}commit/`, [ref], 'commit') });
  if (verb === 'blob' || verb === 'raw') return view(repository, { ref, file: fileOf(rest), raw: verb === 'raw', git });
  if (verb === 'archive') return view(repository, { ref, file: 'archive.zip', raw: true });
  if (verb === 'tags' || verb === 'releases')
    return view(repository, { ref: ref ?? 'latest', refIs: 'tag', git: versionAt(`${base}tree/`, [ref, ...rest], 'tag') });
  const request = verb === 'merge_requests' ? requestAt(`${base}tree/`, 'merge-requests', ref) : null;
  return known || verb === 'merge_requests' ? view(repository, { treeOf, git: request }) : null;
}

function forgejo([owner, name, verb, refType, ref, ...rest]: readonly string[], known: boolean): ForgeView | null {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  const base = `/${repository.join('/')}`;
  const treeOf = (commit: string): string => `${base}/src/commit/${commit}`;
  if (verb === 'src' || verb === 'raw' || verb === 'media') {
    if (refType === 'commit' || refType === 'branch' || refType === 'tag')
      return view(repository, {
        ref: ref ?? null,
        refIs: refType,
        file: verb === 'src' ? perhapsFile(rest) : fileOf(rest),
        raw: verb !== 'src',
        git: versionAt(`${base}/${verb}/commit/`, [ref ?? null, ...rest], refType),
      });
  }
  if (verb === 'commit' && refType !== undefined && (known || /^[0-9a-f]{40,64}$/i.test(refType)))
    return view(repository, { ref: refType, refIs: 'commit', git: versionAt(`${base}/commit/`, [refType], 'commit') });
  if (!known) return null;
  if (verb === 'archive') return view(repository, { ref: archiveRef(refType), file: 'archive.zip', raw: true });
  if (verb === 'releases') {
    const git = refType === 'tag' ? versionAt(`${base}/src/commit/`, [ref ?? null, ...rest], 'tag') : null;
    return view(repository, { ref: ref ?? 'latest', refIs: 'tag', file: fileOf(rest), raw: refType === 'download', git });
  }
  if (verb === 'pulls') return view(repository, { treeOf, git: requestAt(`${base}/src/commit/`, 'pull', refType) });
  return view(repository, { treeOf, git: verb === undefined ? headAt(`${base}/src/commit/`) : null });
}
