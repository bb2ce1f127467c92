import type { GitRequest } from '@proofmark/git-reader';
import { namedCommit, parseSwhid } from '@proofmark/schemas/git';
import { describeLink } from '../links/describe-link.js';
import { isRefused } from '../links/description.js';
import { gitTarget } from '../links/git-target.js';
import { answer, unfetched } from './answer.js';
import type { Recheck, RecheckOptions, RecheckPorts, WorkPiece } from './piece.js';
import { hasDigest, recheckFile } from './recheck-file.js';
import { recheckRepository } from './recheck-repository.js';

/**
 * Looks whether a piece of work is still what the badge holds fast: a file by its digest, a place in a repository by its commit and
 * SWHID. Says `matches`, `changed`, `gone` and `private` only for what a server said about the work; whatever kept us from finding out
 * is `not-checked`. Nothing is stored, and nothing that the network does is an exception.
 */
export async function recheckWork(ports: RecheckPorts, piece: WorkPiece, options: RecheckOptions = {}): Promise<Recheck> {
  const { id, swhids = [] } = piece;
  if (typeof id !== 'string' || /^urn:/i.test(id)) return answer(hasDigest(piece) ? 'private' : 'not-checked', 'no-address');
  const link = describeLink(id, { allowLoopback: options.allowLoopback ?? false });
  if (isRefused(link)) return answer('not-checked', link.problems[0] ?? null);
  // The digest of a page about a file, as forges show it, would say nothing: there, the repository answers.
  const target = gitTarget(id);
  if (hasDigest(piece) && (link.fetchable || target === null)) return recheckFile(ports, piece, await ports.fetch(id));
  if (target !== null) return recheckRepository(ports, target, swhids, link.pinned ? null : (link.problems[0] ?? null), options);
  const named = link.pinnedBy === 'swhid' ? whereSeen(link.permalink ?? '', options) : null;
  if (named !== null) return recheckRepository(ports, named, [named.swhid], null, options);
  if (!/^https?:/i.test(link.permalink ?? id)) return answer('not-checked', 'no-digest');
  const fetched = await ports.fetch(link.permalink ?? id);
  return fetched.ok ? answer('not-checked', link.pinned ? 'no-digest' : 'live-page') : unfetched(fetched);
}

/** Where a SWHID says that its object was seen; null when it does not say so in full. */
function whereSeen(
  permalink: string,
  options: RecheckOptions,
): (Pick<GitRequest, 'remotes' | 'place'> & { readonly swhid: string }) | null {
  const swhid = permalink.slice(permalink.indexOf('swh:'));
  const { origin, revision, path } = parseSwhid(swhid) ?? {};
  if (origin == null || revision == null || path === undefined) return null;
  if (isRefused(describeLink(origin, { allowLoopback: options.allowLoopback ?? false }))) return null;
  const parts = [revision, ...path.split('/').filter((name) => name !== '')];
  const place = { names: 'version', parts, versionIs: 'commit' } as const;
  if (namedCommit(place) === null) return null;
  return { remotes: gitTarget(origin)?.remotes ?? [origin, `${origin.replace(/\/$/, '')}.git`], place, swhid };
}
