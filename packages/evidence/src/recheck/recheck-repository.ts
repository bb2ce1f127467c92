import type { GitFailureCode, GitSnapshot } from '@proofmark/git-reader';
import { hostOf } from '@proofmark/primitives';
import { parseSwhid } from '@proofmark/schemas/git';
import { forgePlace } from '../forges/forge-place.js';
import type { GitTarget } from '../links/git-target.js';
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
 * named; SWHIDs of the badge must name the same object. Where git gave no answer, the forge's public API is asked about a full commit.
 *
 * @param unpinned why the link pins nothing, or null when it names a commit
 */
export async function recheckRepository(
  { git, forges }: Pick<RecheckPorts, 'git' | 'forges'>,
  target: Pick<GitTarget, 'remotes' | 'place' | 'origin' | 'forge'>,
  swhids: readonly string[],
  unpinned: string | null,
  options: RecheckOptions,
): Promise<Recheck> {
  const { remotes, place } = target;
  const read = await git?.read({ remotes, place, ...(options.git === undefined ? {} : { limits: options.git }) });
  if (read?.ok !== true) {
    if (read?.code === 'repository-private') return answer('private', read.code);
    if (read !== undefined && GONE.has(read.code)) return answer('gone', read.code);
    const at = forges === undefined || unpinned !== null ? null : forgePlace(target);
    if (forges !== undefined && at !== null) return forges.read(at, swhids);
    return answer('not-checked', read?.code ?? unpinned ?? 'unsupported-by-host');
  }
  const found = {
    notes: read.problems,
    changedAt: read.committedAt,
    readBy: { grade: 'git', host: hostOf(read.remote) } as const,
    contents: contentsOf(read),
  };
  if (swhids.some((swhid) => !isNamed(read, swhid))) return { ...answer('changed', 'swhid-mismatch'), ...found };
  return { ...(unpinned === null ? answer('matches') : answer('not-checked', unpinned)), ...found };
}

function contentsOf({ tree, history }: GitSnapshot): NonNullable<Recheck['contents']> {
  return {
    listing: { by: 'git', ...tree },
    history:
      history === null
        ? null
        : { by: 'git', commits: history.commits, complete: history.complete, first: history.first, last: history.last },
    since: null,
  };
}

/** Whether a SWHID names what was read. One of another kind (a release, a snapshot), or that cannot be read, is no contradiction. */
function isNamed({ object, commit }: GitSnapshot, text: string): boolean {
  const swhid = parseSwhid(text);
  if (swhid?.type === 'rev') return swhid.id === commit;
  if (swhid?.type !== 'dir' && swhid?.type !== 'cnt') return true;
  return swhid.type === (object.type === 'tree' ? 'dir' : 'cnt') && swhid.id === object.id;
}
