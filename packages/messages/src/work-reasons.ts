import type { SameBytes } from '@proofmark/schemas/work';

const REFUSED = 'Its address is one that we do not visit.';
const LARGE = 'It is larger than what we read.';
const UNREADABLE = 'Its server’s answer could not be read.';

/** Why nothing more can be said about the content of a piece of work, by the code of the reason. */
const REASONS: Readonly<Record<string, string>> = {
  offline: 'The network was not used.',
  'refused-address': REFUSED,
  unreachable: 'Its server did not answer, or lets no web page read it.',
  timeout: 'Its server took too long.',
  'too-large': LARGE,
  'too-many-redirects': UNREADABLE,
  'malformed-response': UNREADABLE,
  'http-status': 'Its server answered with a fault.',
  'repository-private': 'Its server asks for a password: the repository is private or was deleted, and the server does not say which.',
  'repository-not-found': 'The repository is not there any more.',
  'not-a-repository': 'What answers at its address is no repository.',
  'empty-repository': 'The repository has no commits any more.',
  'ref-not-found': 'The branch or tag is not there any more.',
  'commit-not-found': 'The repository does not give this commit any more: its history was rewritten.',
  'ambiguous-commit': 'The abbreviated commit fits several.',
  'path-not-found': 'The repository has no such file or folder at this commit.',
  'too-deep': LARGE,
  'too-many-files': LARGE,
  'no-address': 'The badge holds its fingerprint and no address: whoever has it can compare it.',
  'live-page': 'Nothing in the badge holds it fast, so there is nothing to compare.',
  'no-digest': 'The badge holds no fingerprint of it, so there is nothing to compare.',
  'unreadable-digest': 'The badge holds a fingerprint of a kind that we cannot read.',
  'page-instead-of-file': 'A web page, perhaps a log-in, stands where a file was.',
  empty: 'Nothing stands there any more: the file is empty.',
  'swhid-mismatch': 'The repository holds something else than the badge says.',
  'unsupported-by-host': 'A web page cannot read repositories.',
  'too-many-pieces': 'The badge names more work than we look at.',
  'branch-link': 'The link names a branch, which moves, so there is nothing to compare.',
  'tag-link': 'The link names a tag, which can be moved, so there is nothing to compare.',
  'short-commit': 'The link abbreviates its commit, so there is nothing to compare.',
  'no-commit': 'The link names no commit, so there is nothing to compare.',
  'private-host': REFUSED,
  'user-info': REFUSED,
  'forbidden-scheme': REFUSED,
  'not-a-url': REFUSED,
};

/** Reasons that say something else with some answers. */
const WITH_ANSWER: Readonly<Record<string, string>> = {
  'gone/http-status': 'Its server says that there is nothing.',
  'private/http-status': 'Its server asks for a password, or refuses.',
  'not-checked/no-address': 'The badge names no address.',
};

/** Why an answer about the content of a piece of work is what it is, in one sentence; empty where the answer says it all. */
export function describeWorkReason(sameBytes: SameBytes, reason: string | null | undefined): string {
  if (reason === null || reason === undefined) return '';
  return lookUp(WITH_ANSWER, `${sameBytes}/${reason}`) ?? lookUp(REASONS, reason) ?? unknown(reason);
}

/** A code that a later version gives. What is no code is not repeated: it may come from elsewhere. */
const unknown = (reason: string): string => (/^[\w-]{1,60}$/.test(reason) ? `(${reason})` : '');

const NOTES: Readonly<Record<string, string>> = {
  'repository-moved': 'The repository has moved to another address.',
  'not-on-a-branch': 'No branch or tag of the repository leads to this commit: it may be from a fork, or its history was rewritten.',
  submodule: 'Part of the work is in another repository (a submodule), which was not read.',
  symlink: 'There are symbolic links, which were not followed.',
  'symlink-outside': 'There are symbolic links to places outside of the repository, which were not followed.',
  'lfs-pointer': 'Some files are kept elsewhere (Git LFS) and were not read.',
  'unsafe-name': 'There are file names that are unsafe on some systems.',
  'sizes-not-read': 'The files are too large to be read; only their names were.',
  'history-not-read': 'The history could not be read.',
  'history-truncated': 'The history is longer than what was read.',
};

/** What a reader should know of a piece of work although it answers nothing; empty for a code that is no reader’s affair. */
export function describeWorkNote(code: string): string {
  return lookUp(NOTES, code) ?? '';
}

function lookUp(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
