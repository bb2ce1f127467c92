import { isUnder, isUrl } from '@proofmark/primitives';
import type { ForgeKind } from '@proofmark/schemas/evidence';
import type { GitPlace } from '@proofmark/schemas/git';
import { forgeKindOf, forgeOf } from './forges/forge-of.js';
import { FULL_COMMIT } from './forges/forge-view.js';

/** What to read of a repository so as to pin a link into it. */
export interface GitTarget {
  /** Addresses under which the repository may answer, best first. */
  readonly remotes: readonly string[];
  readonly place: GitPlace;
  /** The repository's own address, as an archive would know it. */
  readonly origin: string;
  /** The forge whose public API knows the repository; null where it is none of those that have one, or the address does not tell. */
  readonly forge: ForgeKind | null;
  /**
   * The form of the link that names one commit.
   *
   * @param path as git knows it
   * @param remote the address that answered
   */
  permalinkOf(commit: string, path: readonly string[], remote: string): string;
}

const REF = /^[\w./-]{1,250}$/;

/** Archives and registries show addresses of others in their own, which may look like those of a forge. */
const NO_FORGES = ['web.archive.org', 'archive.softwareheritage.org', 'doi.org'];

/** What a link names in a repository; null when it is no link into one. The link is one that `describeLink` did not refuse. */
export function gitTarget(url: string): GitTarget | null {
  if (!/^https?:/i.test(url) || !isUrl(url)) return null;
  const parsed = new URL(url);
  if (isUnder(parsed.hostname, NO_FORGES)) return null;
  const fragment = parsed.hash.slice(1);
  const view = forgeOf(parsed);
  if (view === null) return parsed.pathname.endsWith('.git') ? bareTarget(parsed, fragment) : null;
  if (view.git === null) return null;
  const { place, pageAt } = view.git;
  const origin = (view.origin ?? parsed.origin) + view.repository;
  const lines = /^#(?:L\d|lines-)/.test(parsed.hash) ? parsed.hash : '';
  return {
    remotes: remotesOf(parsed.hostname, origin),
    place: place.names === 'head' && FULL_COMMIT.test(fragment) ? { names: 'version', parts: [fragment], versionIs: 'commit' } : place,
    origin,
    forge: forgeKindOf(parsed),
    permalinkOf: (commit, path) => parsed.origin + pageAt(commit, path) + lines,
  };
}

/** Any page as a repository, for one whose address does not tell: many a forge answers git under the address of its page. */
export function pageTarget(url: string): GitTarget {
  const parsed = new URL(url);
  const origin = (parsed.origin + parsed.pathname).replace(/\/$/, '');
  return {
    remotes: [`${origin}.git`, origin],
    place: { names: 'head' },
    origin,
    forge: null,
    permalinkOf: (commit, _path, remote) => `${origin}${remote.endsWith('.git') ? '.git' : ''}#${commit}`,
  };
}

/** `https://host/path.git`, with a commit, a branch or a tag in the fragment, or none. */
function bareTarget({ origin, pathname }: URL, fragment: string): GitTarget {
  const remote = origin + pathname;
  return {
    remotes: [remote],
    place: REF.test(fragment) ? { names: 'version', parts: fragment.split('/'), versionIs: 'any' } : { names: 'head' },
    origin: remote,
    forge: null,
    permalinkOf: (commit) => `${remote}#${commit}`,
  };
}

function remotesOf(hostname: string, origin: string): readonly string[] {
  if (hostname === 'git.sr.ht' || hostname === 'dev.azure.com' || hostname.endsWith('.visualstudio.com')) return [origin];
  if (hostname.startsWith('gist.')) return [`${origin}.git`, `https://gist.github.com/${origin.split('/').at(-1)}.git`];
  return [`${origin}.git`, origin];
}
