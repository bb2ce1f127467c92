/** What a SWHID can name here: a file, a folder, a commit (ISO/IEC 18670: content, directory, revision). */
export type SwhidType = 'cnt' | 'dir' | 'rev';

/** Where an object was seen. */
export interface SwhidContext {
  /** The repository's address. */
  readonly origin: string;
  /** The commit that it was found in. */
  readonly revision?: string;
  /** Its path in that commit, without a slash at either end; empty for the root. */
  readonly path?: string;
}

/**
 * The SWHID of an object, which is its git id: a blob's for `cnt`, a tree's for `dir`, a commit's for `rev`. Null for an id that is not
 * SHA-1, which version 1 does not know.
 */
export function swhidOf(type: SwhidType, id: string, context?: SwhidContext): string | null {
  if (!/^[0-9a-f]{40}$/.test(id)) return null;
  const core = `swh:1:${type}:${id}`;
  if (context === undefined) return core;
  const { origin, revision, path = '' } = context;
  // The order that the standard recommends. The anchor of a commit is itself, so it has none.
  return [
    core,
    `origin=${escaped(origin)}`,
    ...(revision === undefined || type === 'rev' ? [] : [`anchor=swh:1:rev:${revision}`]),
    ...(path === '' ? [] : [`path=/${path.split('/').map(encodeURIComponent).join('/')}`]),
  ].join(';');
}

/** A semicolon would begin the next qualifier. */
const escaped = (url: string): string => url.replaceAll(';', '%3B');
