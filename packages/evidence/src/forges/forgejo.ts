import { member, textOf } from '@proofmark/primitives';
import type { ForgeApi } from './forge-api.js';
import { countOf, entriesOf, idOf, timeOf } from './reading.js';

/** The most entries that are asked for at once; a host may send fewer. */
const PAGE = 1000;

const names = (path: readonly string[]): string => path.map((name) => `/${encodeURIComponent(name)}`).join('');

/** The API of Forgejo and Gitea. It answers other origins only where the operator of the host says so (`[cors]` of its configuration). */
export const forgejo: ForgeApi = {
  accept: 'application/json',
  commitUrl: ({ api, repository, commit }) => `${api}/repos/${repository}/git/commits/${commit}?stat=false&verification=false&files=false`,
  readCommit(json) {
    const commit = member(json, 'commit');
    const id = idOf(json, 'sha');
    const tree = idOf(member(commit, 'tree'), 'sha');
    if (id === null || tree === null) return null;
    return { id, tree, committedAt: timeOf(member(commit, 'committer'), 'date'), page: textOf(json, 'html_url') };
  },
  // Compares with the default branch.
  reachUrl: ({ api, repository, commit }) => `${api}/repos/${repository}/compare/${commit}?verification=false&files=false`,
  readReach(json) {
    const beyond = countOf(json, 'total_commits');
    return beyond === null ? null : { leads: beyond === 0, from: 'default-branch', since: null };
  },
  treeUrl: ({ api, repository }, { tree }, page) =>
    `${api}/repos/${repository}/git/trees/${tree}?recursive=true&per_page=${PAGE}&page=${page}`,
  readTree(json) {
    const listed = member(json, 'tree');
    // A page behind the last one has none.
    const entries = listed === undefined ? [] : entriesOf(listed, 'sha');
    return entries === null ? null : { entries, more: member(json, 'truncated') === true && entries.length > 0, cut: false };
  },
  fileUrl: ({ api, repository, commit, path }) => `${api}/repos/${repository}/raw${names(path)}?ref=${commit}`,
};
