/** Why nothing could be read. Stable names; those of the safe fetch pass through. */
export type GitFailureCode =
  | 'offline' // the network is not to be used
  | 'refused-address'
  | 'unreachable'
  | 'timeout'
  | 'too-large' // an answer, an object, or all of them, beyond the limits
  | 'too-many-redirects'
  | 'malformed-response' // not what git's protocol or its pack format allows
  | 'http-status' // an answer that is not 2xx and none of the next two; `status` says which
  | 'repository-private' // 401 or 403: needs a password, or is not there and the host does not say so
  | 'repository-not-found' // 404 or 410
  | 'not-a-repository' // answers, but not as git does
  | 'empty-repository'
  | 'ref-not-found' // no branch or tag of that name
  | 'commit-not-found' // the server does not have the commit, or does not give it away
  | 'ambiguous-commit' // an abbreviated id that fits several commits
  | 'path-not-found'
  | 'too-deep' // folders inside folders beyond the limit
  | 'too-many-files';

export interface GitFailure {
  readonly ok: false;
  readonly code: GitFailureCode;
  readonly status?: number;
}

/** What a reader should know of a repository that was read. Stable names. */
export const GIT_PROBLEMS = [
  'repository-moved', // the address redirects to another one
  'not-on-a-branch', // no branch or tag of the repository leads to the commit: a fork's commit is shown under the same address
  'submodule', // part of the work is in another repository, which was not read
  'symlink', // a link to another place in the tree; not followed
  'symlink-outside', // a link to a place outside of the tree; not followed
  'lfs-pointer', // a file whose content is elsewhere (Git LFS); not followed
  'unsafe-name', // a name that would leave the folder on some system
  'sizes-not-read', // too large to read each file
  'history-not-read', // the server gives no history within the limits
  'history-truncated', // the repository has more commits than were read
  'no-swhid', // a SHA-256 repository: SWHIDs of version 1 are SHA-1
] as const;
export type GitProblem = (typeof GIT_PROBLEMS)[number];
