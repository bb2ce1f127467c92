import type { Authorship } from '@proofmark/schemas/evidence';
import type { AuthorshipPlace } from './places.js';

/** What shows that evidence is the work of the recipient. */
export interface ExpectedAuthorship {
  /** The texts that an issuer gave to the recipient for a place: one of them is enough. Empty when no text is expected. */
  textsFor(place: AuthorshipPlace): readonly string[];
  /** The recipient's DID; null when they have none. */
  readonly did: string | null;
  /** RFC 3339: now. */
  readonly at: string;
}

/**
 * The authorship that a file shows. A line counts when it is exactly an expected text or the DID; a file may have several.
 *
 * @param path where the file is; goes into the result, so that a reader can look at it
 */
export function authorshipInText(
  text: string,
  path: string,
  places: readonly AuthorshipPlace[],
  expected: ExpectedAuthorship,
): readonly Authorship[] {
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const { did, at } = expected;
  const texts = places.flatMap((place) => expected.textsFor(place));
  return [
    ...(texts.some((wanted) => lines.has(wanted)) ? [{ method: 'token', by: path, at, share: null } as const] : []),
    ...(did !== null && lines.has(did) ? [{ method: 'did', by: did, at, share: null } as const] : []),
  ];
}

/** Removes repeated methods: the same text or DID may be in two files. */
export function oncePerMethod(found: readonly Authorship[]): readonly Authorship[] {
  return found.filter(
    ({ method, by }, at) => found.findIndex((other) => other.method === method && (method === 'token' || other.by === by)) === at,
  );
}
