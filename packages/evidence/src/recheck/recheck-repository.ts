import type { GitFailureCode, GitRequest, GitSnapshot } from '@proofmark/git-reader';
import { parseSwhid } from '@proofmark/schemas/git';
import { answer } from './answer.js';
import type { Recheck, RecheckOptions, RecheckPorts } from './recheck.js';

/** The server answered, and what the link names is not there. */
const GONE: ReadonlySet<GitFailureCode> = new Set([
  'repository-not-found',
  'empty-repository',
  'ref-not-found',
  'commit-not-found',
  'path-not-found',
]);

/**
 * Reads a repository again. Every object is hashed on the way, so what is read at a commit is what was there when the commit was
 * named; SWHIDs of the badge must name the same object.
 *
 * @param unpinned why the link pins nothing, or null when it names a commit
 */
export async function recheckRepository(
  { git }: Pick<RecheckPorts, 'git'>,
  request: Pick<GitRequest, 'remotes' | 'place'>,
  swhids: readonly string[],
  unpinned: string | null,
  options: RecheckOptions,
): Promise<Recheck> {
  if (git === null) return answer('not-checked', 'unsupported-by-host');
  const read = await git.read({ ...request, ...(options.git === undefined ? {} : { limits: options.git }) });
  if (!read.ok) {
    if (read.code === 'repository-private') return answer('private', read.code);
    return answer(GONE.has(read.code) ? 'gone' : 'not-checked', read.code);
  }
  const found = { notes: read.problems, changedAt: read.committedAt };
  if (swhids.some((swhid) => !isNamed(read, swhid))) return { ...answer('changed', 'swhid-mismatch'), ...found };
  return { ...(unpinned === null ? answer('matches') : answer('not-checked', unpinned)), ...found };
}

/** Whether a SWHID names what was read. One of another kind (a release, a snapshot), or that cannot be read, is no contradiction. */
function isNamed({ object, commit }: GitSnapshot, text: string): boolean {
  const swhid = parseSwhid(text);
  if (swhid?.type === 'rev') return swhid.id === commit;
  if (swhid?.type !== 'dir' && swhid?.type !== 'cnt') return true;
  return swhid.type === (object.type === 'tree' ? 'dir' : 'cnt') && swhid.id === object.id;
}
