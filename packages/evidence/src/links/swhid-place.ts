import type { GitSnapshot } from '@proofmark/git-reader';
import { namedCommit, parseSwhid } from '@proofmark/schemas/git';
import { describeLink } from './describe-link.js';
import { isRefused } from './description.js';
import { type GitTarget, gitTarget } from './git-target.js';

/** The SWHID in the address of an archive. */
export const swhidIn = (permalink: string): string => permalink.slice(Math.max(permalink.indexOf('swh:'), 0));

/** Where a SWHID says that its object was seen: in a commit of a repository. Null when it does not say so in full. */
export function whereSeen(
  swhid: string,
  options: { readonly allowLoopback?: boolean },
): Pick<GitTarget, 'remotes' | 'place' | 'origin' | 'forge'> | null {
  const { origin, revision, path } = parseSwhid(swhid) ?? {};
  if (origin == null || revision == null || path === undefined) return null;
  if (isRefused(describeLink(origin, { allowLoopback: options.allowLoopback ?? false }))) return null;
  const parts = [revision, ...path.split('/').filter((name) => name !== '')];
  const place = { names: 'version', parts, versionIs: 'commit' } as const;
  if (namedCommit(place) === null) return null;
  const { remotes = [origin, `${origin.replace(/\/$/, '')}.git`], forge = null, origin: home = origin } = gitTarget(origin) ?? {};
  return { remotes, place, origin: home, forge };
}

/** Whether a SWHID names what was read: a commit, or the folder or file at the place. One of a release or a snapshot is not read here. */
export function isNamedBySwhid({ object, commit }: GitSnapshot, text: string): boolean {
  const swhid = parseSwhid(text);
  if (swhid?.type === 'rev') return swhid.id === commit;
  return swhid?.type === (object.type === 'tree' ? 'dir' : 'cnt') && swhid.id === object.id;
}
