import { describeLink } from '../links/describe-link.js';
import { isRefused } from '../links/description.js';
import { gitTarget, pageTarget } from '../links/git-target.js';

/** Files at the root of a repository in which a recipient puts a text of the issuer, or their DID. */
export const AUTHORSHIP_FILES = ['.well-known/proofmark.txt', 'proofmark.txt'] as const;
/** The same on a web site. */
export const SITE_AUTHORSHIP_FILE = '/.well-known/proofmark.txt';

/** A place in which only its owner can put a file. */
export interface AuthorshipPlace {
  readonly is: 'repository' | 'site';
  /** Its normalised name: the address of the repository, or the origin of the site. */
  readonly name: string;
}

/** A repository, by any spelling of its address. */
export function repositoryPlace(address: string): AuthorshipPlace {
  const name = address
    .toLowerCase()
    .replace(/\/{1,8}$/, '')
    .replace(/\.git$/, '');
  return { is: 'repository', name };
}

/** The web site that a link leads to. */
export function sitePlace(url: string): AuthorshipPlace {
  return { is: 'site', name: new URL(url).origin };
}

/**
 * The places that can show who made the work behind a link: for a link into a known forge its repository, for any other page its
 * site, and the page itself in case that it turns out to be a repository. None for a link that cannot be evidence, or names no host.
 */
export function authorshipPlaces(url: string, options: { readonly allowLoopback?: boolean } = {}): readonly AuthorshipPlace[] {
  if (isRefused(describeLink(url, options)) || !/^https?:/i.test(url)) return [];
  const target = gitTarget(url);
  if (target !== null) return [repositoryPlace(target.origin)];
  const page = repositoryPlace(pageTarget(url).origin);
  const site = sitePlace(url);
  return page.name === site.name ? [site] : [site, page];
}
