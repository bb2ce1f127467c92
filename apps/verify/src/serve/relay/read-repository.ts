import { isObject, member, textOf } from '@proofmark/primitives';
import { type GitPlace, namedCommit } from '@proofmark/schemas/git';
import type { Ports } from '@proofmark/verifying';

/** Reads git for readers. */
export type RelayedGit = NonNullable<Ports['git']>;

/** What was found, or why nothing was. */
export type RelayedRepository = Awaited<ReturnType<RelayedGit['read']>>;

/** A commit in a repository that a page asks about. */
export interface AskedRepository {
  readonly remotes: readonly string[];
  readonly place: GitPlace;
}

/** What is read for a stranger: less than for an issuer. */
const LIMITS = {
  packBytes: 16 * 1024 * 1024,
  inflatedBytes: 128 * 1024 * 1024,
  objects: 50_000,
  entries: 20_000,
  generations: 2000,
  milliseconds: 20_000,
} as const;
const MOST = { remotes: 3, address: 1000, parts: 64, part: 300 } as const;

/** What a page asks of git: a full commit, under addresses of its repository. Null for anything else. */
export function askedRepository(body: unknown): AskedRepository | null {
  if (textOf(body, 'for') !== 'repository') return null;
  const remotes = texts(member(body, 'remotes'), MOST.remotes, MOST.address);
  const place = member(body, 'place');
  const parts = texts(member(place, 'parts'), MOST.parts, MOST.part);
  if (remotes === null || remotes.length === 0 || !isObject(place) || parts === null) return null;
  const asked = { names: 'version', parts, versionIs: 'commit' } as const;
  // A branch moves; a check asks about commits alone.
  return member(place, 'names') === 'version' && namedCommit(asked) !== null ? { remotes, place: asked } : null;
}

function texts(value: unknown, most: number, longest: number): readonly string[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  return value.every((text): text is string => typeof text === 'string' && text.length <= longest) ? value : null;
}

/** Reads it, within bounds; small files of the repository are not handed on. */
export async function readRepository(git: RelayedGit, { remotes, place }: AskedRepository): Promise<RelayedRepository> {
  const read = await git.read({ remotes, place, limits: LIMITS });
  return read.ok ? { ...read, files: [] } : read;
}
