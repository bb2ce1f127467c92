import type { GitSnapshot } from '@proofmark/git-reader';
import type { EvidenceFinding, GitFinding } from '@proofmark/schemas/api';
import type { EvidenceKind } from '@proofmark/schemas/evidence';
import { swhidOf } from '@proofmark/schemas/git';
import { describeLink } from '../links/describe-link.js';
import type { LinkDescription } from '../links/description.js';
import type { GitTarget } from '../links/git-target.js';
import { kindOfFileName } from '../links/page-kinds.js';
import type { FetchedEvidence, OtherName, PinnedItem } from './pin-item.js';
import { pinItem, pinnedAs } from './pin-item.js';

/**
 * Pins a link into a repository that was read: by the permalink of its commit, and by the SWHID of the object there.
 *
 * @param link what `describeLink` said of the link as given
 * @param fetched the bytes behind the permalink, where that serves the file itself; null otherwise
 * @param kind what the caller says it is, if it does
 */
export function pinRepository(
  link: LinkDescription,
  target: GitTarget,
  read: GitSnapshot,
  fetched: FetchedEvidence | null,
  kind?: EvidenceKind,
): PinnedItem {
  const permalink = permalinkOf(link, target, read);
  // The problems of the link are dropped: the badge gets the permalink.
  const fixed = describeLink(permalink, { allowLoopback: true });
  const item = pinItem(fixed, fetched, kind ?? kindOf(link, read));
  const swhids = swhidsOf(target, read);
  const [swhid] = swhids;
  const problems = [...link.problems.filter((problem) => problem === 'not-encrypted'), ...read.problems];
  const pinned = pinnedAs(item, fixed.pinned ? 'commit' : 'swhid', { url: link.url, permalink, swhids, changedAt: read.committedAt });
  const finding: EvidenceFinding = { ...pinned.finding, problems: [...problems, ...pinned.finding.problems], git: findingOf(read) };
  if (!fixed.pinned && swhid === undefined)
    return {
      ...item,
      finding: { ...item.finding, url: link.url, problems: [...problems, ...item.finding.problems], git: findingOf(read) },
    };
  return { ...pinned, evidence: { ...item.evidence, id: permalink }, others: swhid === undefined ? [] : [nameOf(swhid)], finding };
}

/** The link that will stand in the badge. One that named a full commit stays as it is. */
export function permalinkOf(link: LinkDescription, target: GitTarget, read: GitSnapshot): string {
  if (link.pinnedBy === 'commit' && link.permalink !== undefined) return link.permalink;
  return target.permalinkOf(read.commit, read.path === '' ? [] : read.path.split('/'), read.remote);
}

function kindOf({ kind }: LinkDescription, { object, path }: GitSnapshot): EvidenceKind {
  if (object.type === 'tree') return 'repository';
  return kind === 'repository' || kind === 'page' ? (kindOfFileName(path) ?? 'file') : kind;
}

/** First what the link is about, then the commit. None for a SHA-256 repository. */
function swhidsOf(target: GitTarget, { object, commit, path, remote, problems }: GitSnapshot): readonly string[] {
  const origin = problems.includes('repository-moved') ? remote.replace(/\.git$/, '') : target.origin;
  const work = swhidOf(object.type === 'tree' ? 'dir' : 'cnt', object.id, { origin, revision: commit, path });
  const revision = swhidOf('rev', commit, { origin });
  return work === null || revision === null ? [] : [work, revision];
}

function nameOf(swhid: string): OtherName {
  return {
    id: swhid,
    name: 'Software Heritage identifier',
    description: 'Names the same files by their content, wherever a copy of them is kept. It does not say that a copy is kept.',
  };
}

/** What is said of a repository that was read. */
export function findingOf({ commit, ref, reachable, committedAt, tree, history }: GitSnapshot): GitFinding {
  return {
    commit,
    ref,
    reachable,
    committedAt,
    files: tree.files,
    bytes: tree.bytes,
    languages: tree.languages,
    licence: tree.licence,
    history: historyOf(history),
  };
}

/** Whose signatures count is said beside the method, with the fingerprint. */
function historyOf(history: GitSnapshot['history']): GitFinding['history'] {
  if (history === null) return null;
  const { proven: _, ...said } = history;
  return said;
}
