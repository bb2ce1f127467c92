import { createLimit } from '@proofmark/primitives';
import { sameRepository } from '@proofmark/schemas/git';
import type { Ref } from './advertisement.js';
import type { GitFailure, GitProblem } from './failure.js';
import { GitFault } from './fault.js';
import { ancestorsOf, dateOf, summariseHistory } from './history.js';
import { GIT_LIMITS, type GitLimits } from './limits.js';
import { joinStores, type ObjectStore, readPack } from './object-store.js';
import { parseCommit } from './objects.js';
import { type Resolved, resolvePlace } from './resolve.js';
import { fetchPack, type GitServer, listRefs, openServer, type PackRequest } from './server.js';
import type { GitRequest, GitSnapshot, GitSource } from './source.js';
import type { GitSession, GitTransport } from './transport.js';
import { licenceIn, locate, summariseTree } from './tree-summary.js';

/** Other ways to write the same address are tried after these answers only. */
const TRY_NEXT: ReadonlySet<string> = new Set(['repository-not-found', 'not-a-repository', 'repository-private']);
/** Branches and tags whose histories are looked through for a commit; HEAD comes first. */
const MAX_TIPS = 64;

/**
 * A source that reads over git's smart HTTP, versions 0 and 2.
 *
 * @param options.atOnce how many repositories are read at the same time, each of which may take some 300 MB; 2 by default
 */
export function createGitSource(transport: GitTransport, options: { readonly atOnce?: number } = {}): GitSource {
  const limit = createLimit(options.atOnce ?? 2);
  return {
    read: (request) =>
      limit.run(async () => {
        const limits = { ...GIT_LIMITS, ...request.limits };
        try {
          return await readRepository(transport, transport.begin(limits.milliseconds), request, limits);
        } catch (error) {
          if (!(error instanceof GitFault)) throw error;
          return failureOf(error);
        }
      }),
  };
}

function failureOf({ code, status }: GitFault): GitFailure {
  return { ok: false, code, ...(status === undefined ? {} : { status }) };
}

async function readRepository(transport: GitTransport, session: GitSession, request: GitRequest, limits: GitLimits): Promise<GitSnapshot> {
  const server = await openFirst(session, request.remotes, limits);
  const reader: Reader = { session, server, limits, idLength: server.advertisement.objectFormat === 'sha1' ? 20 : 32 };
  const refs = await listRefs(session, server, request.place, limits);
  const named = resolvePlace(request.place, refs);
  const history = await readHistory(reader, named, refs);
  const resolved = named.abbreviated ? complete(named, history) : named;
  const { commit, ref, path } = resolved;
  const objects = await withTree(reader, commit, history);
  if (objects.info(commit) === undefined) throw new GitFault('commit-not-found');
  const { tree: rootTree, time } = parseCommit(objects.content(commit, 'commit'));
  const place = locate(objects, rootTree, path, reader.idLength, limits);
  const { tree, problems } = await summariseTree(objects, place, reader.idLength, limits, session);
  const summary = history === null ? null : await summariseHistory(history, commit, request, transport.signatures, session);
  const onBranch = (ref !== null && isBranch(ref)) || isReachable(history, commit, refs);
  const reachable = ref !== null || onBranch;
  const all: GitProblem[] = [...problems];
  if (!request.remotes.some((remote) => sameRepository(remote, server.remote))) all.push('repository-moved');
  if (reachable === false) all.push('not-on-a-branch');
  if (summary === null) all.push('history-not-read');
  else if (!summary.complete) all.push('history-truncated');
  if (server.advertisement.objectFormat === 'sha256') all.push('no-swhid');
  return {
    ok: true,
    remote: server.remote,
    objectFormat: server.advertisement.objectFormat,
    ref,
    commit,
    committedAt: dateOf(time),
    rootTree,
    path: path.join('/'),
    object: { type: place.type, id: place.id },
    tree: { ...tree, licence: licenceIn(objects, rootTree, reader.idLength) },
    history: summary,
    files: readFiles(objects, rootTree, request.files ?? [], reader.idLength, limits),
    reachable,
    onBranch,
    problems: all,
  };
}

const isBranch = (ref: string): boolean => ref === 'HEAD' || /^refs\/(?:heads|tags)\//.test(ref);

/** Small files by their paths. One that is not there, is a link, or was too large to be kept is left out. */
function readFiles(
  objects: ObjectStore,
  rootTree: string,
  paths: readonly string[],
  idLength: number,
  limits: GitLimits,
): GitSnapshot['files'] {
  return paths.flatMap((path) => {
    try {
      const { type, id } = locate(objects, rootTree, path.split('/'), idLength, limits);
      const content = type === 'blob' ? objects.info(id)?.content : null;
      return content == null ? [] : [{ path, content }];
    } catch (error) {
      if (error instanceof GitFault && error.code === 'path-not-found') return [];
      throw error;
    }
  });
}

interface Reader {
  readonly session: GitSession;
  readonly server: GitServer;
  readonly limits: GitLimits;
  readonly idLength: number;
}

async function openFirst(session: GitSession, remotes: readonly string[], limits: GitLimits): Promise<GitServer> {
  let first: GitFault | null = null;
  for (const remote of remotes) {
    try {
      return await openServer(session, remote, limits);
    } catch (error) {
      if (!(error instanceof GitFault) || !TRY_NEXT.has(error.code)) throw error;
      first ??= error;
    }
  }
  throw first ?? new GitFault('not-a-repository');
}

async function fetchObjects({ session, server, limits }: Reader, request: PackRequest): Promise<ObjectStore> {
  const { pack } = await fetchPack(session, server, request, limits);
  return readPack(pack, server.advertisement.objectFormat, limits, session);
}

/** Where nothing was left out of the history, the files came with it. */
async function withTree(reader: Reader, commit: string, history: ObjectStore | null): Promise<ObjectStore> {
  if (history?.info(commit) !== undefined && history.info(parseCommit(history.content(commit, 'commit')).tree) !== undefined)
    return history;
  const tree = await readTree(reader, commit);
  return history === null ? tree : joinStores([tree, history]);
}

/** One commit with its files; without their contents where those are too large and the server can leave them out. */
async function readTree(reader: Reader, commit: string): Promise<ObjectStore> {
  const request = { wants: [commit], generations: 1 } as const;
  try {
    return await fetchObjects(reader, { ...request, filter: null });
  } catch (error) {
    if (!(error instanceof GitFault) || error.code !== 'too-large' || !reader.server.advertisement.filters) throw error;
    return fetchObjects(reader, { ...request, filter: 'blob:none' });
  }
}

/**
 * The commits that lead to the one that is wanted and to the tips of the branches and tags, without their files where the server can
 * leave them out. Null when that is more than the limits allow: the version can be read all the same.
 */
async function readHistory(reader: Reader, { commit, abbreviated }: Resolved, refs: readonly Ref[]): Promise<ObjectStore | null> {
  const filter = reader.server.advertisement.filters ? 'tree:0' : null;
  const { generations } = reader.limits;
  const tips = tipsOf(refs);
  const alone: PackRequest = { wants: [commit], generations: 100, filter };
  // Some servers give no commit that no ref names, so it is looked for in what they do give: everything, files included.
  const around: PackRequest = { wants: tips, generations, filter: null };
  const attempts: PackRequest[] = abbreviated
    ? [{ wants: tips, generations, filter }]
    : [{ wants: [...new Set([commit, ...tips])], generations, filter }, alone, around];
  let refused = false;
  for (const attempt of attempts) {
    if (attempt === around && !refused) break;
    try {
      return await fetchObjects(reader, attempt);
    } catch (error) {
      if (!(error instanceof GitFault) || error.code === 'timeout') throw error;
      refused = error.code === 'commit-not-found';
    }
  }
  if (refused) throw new GitFault('commit-not-found');
  return null;
}

function tipsOf(refs: readonly Ref[]): readonly string[] {
  const rank = ({ name }: Ref): number => (name === 'HEAD' ? 0 : name.startsWith('refs/heads/') ? 1 : 2);
  const named = refs.filter(({ name }) => name === 'HEAD' || /^refs\/(?:heads|tags)\//.test(name));
  return [...new Set(named.sort((one, other) => rank(one) - rank(other)).map(({ id }) => id))].slice(0, MAX_TIPS);
}

function complete(named: Resolved, history: ObjectStore | null): Resolved {
  if (history === null) throw new GitFault('commit-not-found');
  const fitting = [...history.commits()].filter((id) => id.startsWith(named.commit));
  if (fitting.length > 1) throw new GitFault('ambiguous-commit');
  const [commit] = fitting;
  if (commit === undefined) throw new GitFault('commit-not-found');
  return { ...named, commit };
}

/** Whether one of the tips leads to the commit. Not finding it where history was cut is no answer. */
function isReachable(history: ObjectStore | null, commit: string, refs: readonly Ref[]): boolean | null {
  const tips = tipsOf(refs);
  if (tips.includes(commit)) return true;
  if (history === null) return null;
  const { commits, complete: whole } = ancestorsOf(history, tips);
  if (commits.has(commit)) return true;
  return whole && tips.length < MAX_TIPS ? false : null;
}
