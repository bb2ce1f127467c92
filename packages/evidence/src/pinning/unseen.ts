import type { GitFailure } from '@proofmark/git-reader';

/** Why what a link names could not be read when it was to be pinned. */
export interface Unseen {
  /** A stable code: that of the fetch or of reading git, or one of a registry or an archive. */
  readonly reason: string;
  /** Nobody answered, or only to say that they cannot now: the same link may be read later. */
  readonly retryable: boolean;
}

/** Nobody answered about the work. */
const PASSING: ReadonlySet<string> = new Set([
  'timeout',
  'unreachable',
  'offline',
  'malformed-response',
  'registry-silent',
  'archive-silent',
]);

interface Failure {
  readonly code: string;
  readonly status?: number;
}

function passes({ code, status }: Failure): boolean {
  if (code === 'http-status') return status === undefined || status >= 500 || status === 408 || status === 425 || status === 429;
  return PASSING.has(code);
}

/** A file, or another answer over HTTP. */
export function unseenFile(failure: Failure): Unseen {
  const hidden = failure.code === 'http-status' && (failure.status === 401 || failure.status === 403 || failure.status === 404);
  return { reason: hidden ? 'not-public' : failure.code, retryable: !hidden && passes(failure) };
}

/** A repository. */
export function unseenRepository({ code, status }: GitFailure): Unseen {
  return { reason: code, retryable: passes({ code, ...(status === undefined ? {} : { status }) }) };
}

/** What each reason means, as the end of a sentence that begins with "could not be read: ". */
const SENTENCES: Readonly<Record<string, string>> = {
  offline: 'this service may not use the network',
  timeout: 'the answer took too long; the same request may be taken later',
  unreachable: 'nobody answered at this address; check it, or send the same request later',
  'malformed-response': 'the answer is not what git’s protocol allows; the same request may be taken later',
  'http-status': 'the host answered with an error',
  'not-public':
    'the host answers that it is not there or not public, and hosts do not tell which; make it public, correct the link, or send it as private work',
  'repository-private':
    'the forge answers that the repository is not there or not public, and forges do not tell which; make it public, correct the link, or send the files as private work',
  'repository-not-found':
    'the forge answers that the repository is not there or not public, and forges do not tell which; make it public, correct the link, or send the files as private work',
  'not-a-repository': 'what answers at this address is no git repository; link to one, or to a file',
  'empty-repository': 'the repository has no commits',
  'ref-not-found': 'the repository has no such branch or tag; check its name',
  'commit-not-found': 'the repository does not have this commit, or does not give it away; push it, or check its id',
  'ambiguous-commit': 'the abbreviated commit fits several; give its full id',
  'path-not-found': 'this version of the repository has no such file or folder; check the path',
  'too-large': 'it is larger than what is read here; link to a part of it',
  'too-deep': 'its folders are nested deeper than what is read here; link to a part of it',
  'too-many-files': 'it has more files than are read here; link to a part of it',
  'too-many-redirects': 'the address leads in a circle',
  'refused-address': 'this address is not visited; give a public https address',
  'swhid-without-place': 'the SWHID names no repository and no commit where its object is; add its qualifiers origin and anchor',
  'swhid-mismatch': 'the repository holds another object at this place than the SWHID names',
  'doi-not-asked': 'no registry was asked what this DOI names; link to the file itself',
  'doi-not-a-version': 'this DOI leads to whatever version is the newest; take the DOI of one version, or link to the file itself',
  'doi-unknown': 'the registry does not know this DOI; check it, or link to the file itself',
  'registry-silent': 'the registry of this DOI did not answer; the same request may be taken later',
  'capture-not-asked': 'the archive was not asked whether it has a capture of this time',
  'capture-elsewhere': 'the archive has no capture of exactly this time and leads to another one; take the link to that one',
};

/** Why something could not be read, and what to do, as the end of a sentence about a link. */
export function describeUnseen({ reason }: Unseen): string {
  return `could not be read: ${SENTENCES[reason] ?? reason}`;
}
