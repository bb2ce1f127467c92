/** What a link into a forge points at, in terms that all forges share. */
export interface ForgeView {
  /** The path of the repository, without a slash at the end. */
  readonly repository: string;
  /** Where the repository lives, when that is another origin than the link's. */
  readonly origin?: string;
  /** The commit, branch or tag as written; null when the link names none. */
  readonly ref: string | null;
  /** What the forge's own path says of `ref`. */
  readonly refIs: 'commit' | 'branch' | 'tag' | 'any';
  /** The path of one file, when the link is about one. */
  readonly file: string | null;
  /** The link answers with the bytes of a file, not with a page about it. */
  readonly raw: boolean;
  /** The path of the tree page of a commit, where the forge is known to have one. */
  readonly treeOf?: (commit: string) => string;
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
  return { repository: `/${repository.join('/')}`, ref: null, refIs: 'any', file: null, raw: false, ...more };
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
  const treeOf = (commit: string): string => `/${owner}/${withoutGit(name)}/tree/${commit}`;
  if (verb === 'tree' || verb === 'commit' || verb === 'commits')
    return view(repository, { ref, refIs: verb === 'commit' ? 'commit' : 'any' });
  if (verb === 'blob' || verb === 'raw') return view(repository, { ...refsPath(ref, rest), raw: verb === 'raw' });
  if (verb === 'archive')
    return view(repository, {
      ...refsPath(
        archiveRef(ref),
        rest.map((part) => archiveRef(part)!),
      ),
      file: 'archive.zip',
      raw: true,
    });
  if (verb === 'releases')
    return view(repository, { ref: rest[0] ?? 'latest', refIs: 'tag', file: fileOf(rest.slice(1)), raw: ref === 'download' });
  if (verb === 'pull' && rest[0] === 'commits') return view(repository, { ref: rest[1] ?? null, refIs: 'commit' });
  return view(repository, { treeOf });
};

const githubRaw: Reader = ([owner, name, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  return view([owner, name], { origin: 'https://github.com', ...refsPath(ref, rest), raw: true });
};

/** `refs/heads/main/a.txt` and `refs/tags/v1/a.txt` say what they are; `main/a.txt` and `0123…/a.txt` do not. */
function refsPath(ref: string | null, rest: readonly string[]): Pick<ForgeView, 'ref' | 'refIs' | 'file'> {
  if (ref !== 'refs') return { ref, refIs: 'any', file: fileOf(rest) };
  return { ref: rest[1] ?? null, refIs: rest[0] === 'tags' ? 'tag' : 'branch', file: fileOf(rest.slice(2)) };
}

const gist: Reader = ([owner, id, verb, ...rest]) => {
  if (owner === undefined || id === undefined) return null;
  const options = { origin: 'https://gist.github.com' } as const;
  if (verb !== 'raw') return view([owner, id], { ...options, ref: verb ?? null });
  const [ref = null, ...file] = rest;
  // Without a revision the next part is already the file, at whatever revision is the latest.
  return rest.length > 1
    ? view([owner, id], { ...options, ref, file: fileOf(file), raw: true })
    : view([owner, id], { ...options, file: ref, raw: true });
};

const bitbucket: Reader = ([owner, name, verb, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  if (verb === 'commits') return view(repository, { ref });
  if (verb === 'raw') return view(repository, { ref, file: fileOf(rest), raw: true });
  if (verb === 'src') return view(repository, { ref, file: perhapsFile(rest) });
  return view(repository, { treeOf: (commit) => `/${owner}/${withoutGit(name)}/src/${commit}/` });
};

const sourcehut: Reader = ([owner, name, verb, ref = null, ...rest]) => {
  if (owner === undefined || name === undefined || !owner.startsWith('~')) return null;
  const path = rest[0] === 'item' ? rest.slice(1) : rest;
  if (verb === 'tree' || verb === 'log') return view([owner, name], { ref, file: perhapsFile(path) });
  if (verb === 'commit') return view([owner, name], { ref, refIs: 'commit' });
  if (verb === 'blob') return view([owner, name], { ref, file: fileOf(rest), raw: true });
  if (verb === 'archive') return view([owner, name], { ref: archiveRef(ref), file: 'archive.zip', raw: true });
  return view([owner, name], { treeOf: (commit) => `/${owner}/${name}/tree/${commit}` });
};

function gitlab(parts: readonly string[], known: boolean): ForgeView | null {
  const dash = parts.indexOf('-');
  const project = dash === -1 ? parts : parts.slice(0, dash);
  if (project.length < 2) return null;
  const repository = [...project.slice(0, -1), withoutGit(project.at(-1)!)];
  const treeOf = (commit: string): string => `/${repository.join('/')}/-/tree/${commit}`;
  if (dash === -1) return known ? view(repository, { treeOf }) : null;
  const [verb, ref = null, ...rest] = parts.slice(dash + 1);
  if (verb === 'tree' || verb === 'commits') return view(repository, { ref });
  if (verb === 'commit') return view(repository, { ref, refIs: 'commit' });
  if (verb === 'blob' || verb === 'raw') return view(repository, { ref, file: fileOf(rest), raw: verb === 'raw' });
  if (verb === 'archive') return view(repository, { ref, file: 'archive.zip', raw: true });
  if (verb === 'tags' || verb === 'releases') return view(repository, { ref: ref ?? 'latest', refIs: 'tag' });
  return known || verb === 'merge_requests' ? view(repository, { treeOf }) : null;
}

function forgejo([owner, name, verb, refType, ref, ...rest]: readonly string[], known: boolean): ForgeView | null {
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, withoutGit(name)];
  const treeOf = (commit: string): string => `/${repository.join('/')}/src/commit/${commit}`;
  if (verb === 'src' || verb === 'raw' || verb === 'media') {
    if (refType === 'commit' || refType === 'branch' || refType === 'tag')
      return view(repository, {
        ref: ref ?? null,
        refIs: refType,
        file: verb === 'src' ? perhapsFile(rest) : fileOf(rest),
        raw: verb !== 'src',
      });
  }
  if (verb === 'commit' && refType !== undefined && (known || /^[0-9a-f]{40,64}$/i.test(refType)))
    return view(repository, { ref: refType, refIs: 'commit' });
  if (!known) return null;
  if (verb === 'archive') return view(repository, { ref: archiveRef(refType), file: 'archive.zip', raw: true });
  if (verb === 'releases') return view(repository, { ref: ref ?? 'latest', refIs: 'tag', file: fileOf(rest), raw: refType === 'download' });
  return view(repository, { treeOf });
}
