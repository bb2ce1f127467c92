import type { ForgeKind } from '@proofmark/schemas/evidence';
import { namedCommit } from '@proofmark/schemas/git';
import type { GitTarget } from '../links/git-target.js';

/** A place in a repository at one commit, as the public API of its forge names it. */
export interface ForgePlace {
  readonly kind: Exclude<ForgeKind, 'bitbucket'>;
  /** The host of the repository's pages. */
  readonly host: string;
  /** The origin and path before every address of the API. */
  readonly api: string;
  /** The repository's path, percent-encoded, without a slash at either end: `ada/todo`. */
  readonly repository: string;
  /** 40 lower-case hexadecimal digits. */
  readonly commit: string;
  /** The path of a folder or file in the commit, as git knows it; empty for the root. */
  readonly path: readonly string[];
}

const PATHS = { github: '', gitlab: '/api/v4', forgejo: '/api/v1' } as const;

/** Where the API of a forge knows what a link names; null where the link names no full commit, or no API tells any origin about it. */
export function forgePlace({ forge, origin, place }: Pick<GitTarget, 'forge' | 'origin' | 'place'>): ForgePlace | null {
  const commit = namedCommit(place);
  if (forge === null || forge === 'bitbucket' || commit === null || commit.length !== 40 || place.names !== 'version') return null;
  const { host, protocol, pathname } = new URL(origin);
  const api = forge === 'github' ? 'https://api.github.com' : `${protocol}//${host}${PATHS[forge]}`;
  return { kind: forge, host, api, repository: pathname.replace(/^\/|\/$/g, ''), commit, path: place.parts.slice(1) };
}
