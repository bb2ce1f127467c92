import { member, textOf } from '@proofmark/primitives';
import type { ForgeApi } from './forge-api.js';
import { countOf, entriesOf, idOf, timeOf } from './reading.js';

const names = (path: readonly string[]): string => path.map((name) => `/${encodeURIComponent(name)}`).join('');

/**
 * GitHub's REST API, which answers any origin, 60 requests an hour for each address: the commit object (not the commit with its changes, which
 * may be large, and for which a branch of that name would do), a comparison with the default branch, and the whole list of files.
 */
export const github: ForgeApi = {
  accept: 'application/vnd.github+json',
  commitUrl: ({ api, repository, commit }) => `${api}/repos/${repository}/git/commits/${commit}`,
  readCommit(json) {
    const id = idOf(json, 'sha');
    const tree = idOf(member(json, 'tree'), 'sha');
    if (id === null || tree === null) return null;
    return { id, tree, committedAt: timeOf(member(json, 'committer'), 'date'), page: textOf(json, 'html_url') };
  },
  // In this order nothing is listed when the default branch leads to the commit.
  reachUrl: ({ api, repository, commit }) => `${api}/repos/${repository}/compare/HEAD...${commit}?per_page=1`,
  readReach(json) {
    const status = textOf(json, 'status');
    const behind = countOf(json, 'behind_by');
    if (behind === null || (status !== 'behind' && status !== 'identical' && status !== 'ahead' && status !== 'diverged')) return null;
    const leads = status === 'behind' || status === 'identical';
    const last = timeOf(member(member(member(json, 'base_commit'), 'commit'), 'committer'), 'date');
    return { leads, from: 'default-branch', since: leads ? { commits: behind, last } : null };
  },
  treeUrl: ({ api, repository }, { tree }) => `${api}/repos/${repository}/git/trees/${tree}?recursive=1`,
  readTree(json) {
    const entries = entriesOf(member(json, 'tree'), 'sha');
    return entries === null ? null : { entries, more: false, cut: member(json, 'truncated') !== false };
  },
  fileUrl: ({ repository, commit, path }) => `https://raw.githubusercontent.com/${repository}/${commit}${names(path)}`,
};
