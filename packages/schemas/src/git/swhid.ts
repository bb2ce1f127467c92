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

/** What a SWHID says. */
export interface Swhid {
  readonly type: SwhidType | 'rel' | 'snp';
  /** The id of the object, 40 lower-case hexadecimal digits. */
  readonly id: string;
  /** The address of the repository that it was seen in, or null. */
  readonly origin: string | null;
  /** The commit that it was found in; for a commit, itself. */
  readonly revision: string | null;
  /** Its path in that commit, without a slash at either end; empty for the root. */
  readonly path: string;
}

// ISO/IEC 18670: core identifier, then qualifiers.
const SWHID = /^swh:1:(cnt|dir|rev|rel|snp):([0-9a-f]{40})((?:;(?:origin|visit|anchor|path|lines|bytes)=[^;]+)*)$/;
const ANCHOR = /^swh:1:rev:([0-9a-f]{40})$/;

/** Reads a SWHID of version 1; null when it is none. */
export function parseSwhid(text: string): Swhid | null {
  const [, type, id, qualifiers = ''] = SWHID.exec(text) ?? [];
  if (type === undefined || id === undefined) return null;
  const valueFor = (name: string): string | null =>
    qualifiers
      .split(';')
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? null;
  const anchor = ANCHOR.exec(valueFor('anchor') ?? '')?.[1] ?? null;
  return {
    type: type as Swhid['type'],
    id,
    origin: valueFor('origin')?.replaceAll('%3B', ';') ?? null,
    revision: type === 'rev' ? id : anchor,
    path: decodedPath(valueFor('path') ?? ''),
  };
}

/** A path as git knows it, without a slash at either end. */
export function decodedPath(path: string): string {
  const plain = path.replace(/^\/|\/$/g, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
