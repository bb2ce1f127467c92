import type { Authorship } from '@proofmark/schemas/work';
import type { MarkPlace } from './places.js';

/** What is looked for in the place where the work is, and on behalf of whom. */
export interface ExpectedMarks {
  /** The texts that an issuer gave to the recipient for a place, any of which will do; none where nothing is looked for. */
  textsFor(place: MarkPlace): readonly string[];
  /** The recipient's DID; null when they have none. */
  readonly did: string | null;
  /** RFC 3339: now. */
  readonly at: string;
}

/**
 * What a file says: each line is a text of an issuer, or a DID, and nothing else. Several may stand in one file.
 *
 * @param path where the file is, for those who want to look themselves
 */
export function marksIn(text: string, path: string, places: readonly MarkPlace[], expected: ExpectedMarks): readonly Authorship[] {
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const { did, at } = expected;
  const texts = places.flatMap((place) => expected.textsFor(place));
  return [
    ...(texts.some((wanted) => lines.has(wanted)) ? [{ method: 'token', by: path, at, share: null } as const] : []),
    ...(did !== null && lines.has(did) ? [{ method: 'did', by: did, at, share: null } as const] : []),
  ];
}

/** One tie of each method: the same one may be found in two files. */
export function oncePerMethod(found: readonly Authorship[]): readonly Authorship[] {
  return found.filter(
    ({ method, by }, at) => found.findIndex((other) => other.method === method && (method === 'token' || other.by === by)) === at,
  );
}
