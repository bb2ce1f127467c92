import type { GitSnapshot } from '@proofmark/git-reader';
import { decodeUtf8Lossy } from '@proofmark/primitives';
import type { Authorship } from '@proofmark/schemas/evidence';
import { authorshipInText, type ExpectedAuthorship, oncePerMethod } from './expected-authorship.js';
import { repositoryPlace } from './places.js';

/**
 * The authorship that a repository shows at one commit: a text or DID in a file of that commit, and commits that lead to it which are
 * signed by a key that the recipient proved. A file counts only in a commit to which a branch or tag of the repository leads: forges show
 * the commits of forks and of proposals under the same address, and anyone can make those.
 *
 * @param origin the address of the repository, as the link has it
 */
export function authorshipInRepository(read: GitSnapshot, origin: string, expected: ExpectedAuthorship): readonly Authorship[] {
  const places = [repositoryPlace(origin), repositoryPlace(read.remote)];
  const files = read.onBranch === true ? read.files : [];
  const authorship = files.flatMap(({ path, content }) => authorshipInText(decodeUtf8Lossy(content), path, places, expected));
  const { history } = read;
  const signed = (history?.proven ?? []).flatMap(({ fingerprint, commits }) =>
    commits === 0
      ? []
      : [{ method: 'signed-commit', by: fingerprint, at: expected.at, share: { commits, of: history?.commits ?? commits } } as const],
  );
  return [...oncePerMethod(authorship), ...signed];
}
