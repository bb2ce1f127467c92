import { describeLink } from '../links/describe-link.js';
import { isRefused } from '../links/description.js';
import { gitTarget, pageTarget } from '../links/git-target.js';

/** Files at the root of a repository in which a recipient puts a text of the issuer, or their DID. */
export const MARK_FILES = ['.well-known/proofmark.txt', 'proofmark.txt'] as const;
/** The same on a web site. */
export const SITE_MARK = '/.well-known/proofmark.txt';

/** Something that only whoever looks after it can put a file into. */
export interface MarkPlace {
  readonly is: 'repository' | 'site';
  /** Names it in one spelling: the address of the repository, or the origin of the site. */
  readonly name: string;
}

/** A repository, by any spelling of its address. */
export function repositoryPlace(address: string): MarkPlace {
  const name = address
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return { is: 'repository', name };
}

/** The web site that a link leads to. */
export function sitePlace(url: string): MarkPlace {
  return { is: 'site', name: new URL(url).origin };
}

/**
 * The places that could tie the work behind a link to somebody: for a link into a known forge its repository, for any other page its
 * site, and the page itself in case that it turns out to be a repository. None for a link that cannot be evidence, or names no host.
 */
export function markPlaces(url: string, options: { readonly allowLoopback?: boolean } = {}): readonly MarkPlace[] {
  if (isRefused(describeLink(url, options)) || !/^https?:/i.test(url)) return [];
  const target = gitTarget(url);
  if (target !== null) return [repositoryPlace(target.origin)];
  const page = repositoryPlace(pageTarget(url).origin);
  const site = sitePlace(url);
  return page.name === site.name ? [site] : [site, page];
}
