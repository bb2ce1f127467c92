import { concatBytes, decodeUtf8Lossy, encodeHex, encodeUtf8 } from '@proofmark/primitives';
import { GitFault } from './fault.js';

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** What stands before the content of an object when its id is computed. */
export function objectHeader(type: ObjectType, length: number): Uint8Array {
  return encodeUtf8(`${type} ${length}\0`);
}

export interface TreeEntry {
  readonly mode: number;
  readonly name: string;
  readonly id: string;
}

/** The modes that git gives to entries of a tree; files have 100644, 100755 and, in old repositories, others. */
export const MODE = { tree: 0o040000, symlink: 0o120000, submodule: 0o160000 } as const;

/** `PATH_MAX` of Linux: nothing longer can be checked out, and a few folders with long names could be read again and again. */
const MAX_NAME = 4096;

/** @throws GitFault `malformed-response` */
export function parseTree(content: Uint8Array, idLength: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    const next = end + 1 + idLength;
    if (space === -1 || space - at > 7 || end === -1 || end - space > MAX_NAME || next > content.length)
      throw new GitFault('malformed-response');
    const mode = Number.parseInt(decodeUtf8Lossy(content.subarray(at, space)), 8);
    if (Number.isNaN(mode)) throw new GitFault('malformed-response');
    entries.push({ mode, name: decodeUtf8Lossy(content.subarray(space + 1, end)), id: encodeHex(content.subarray(end + 1, next)) });
    at = next;
  }
  return entries;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  /** The author's address as written. */
  readonly email: string;
  /** The committer's time, in seconds since 1970 UTC; null when unreadable. */
  readonly time: number | null;
  /** The signature as it stands in the commit, and what it signs: the commit without it. */
  readonly signature: { readonly armoured: string; readonly payload: Uint8Array } | null;
}

/** @throws GitFault `malformed-response` */
export function parseCommit(content: Uint8Array): Commit {
  const headers: { readonly name: string; readonly value: string; readonly from: number; readonly to: number }[] = [];
  for (let at = 0; at < content.length && content[at] !== 0x0a; ) {
    const from = at;
    let value = '';
    do {
      const end = content.indexOf(0x0a, at);
      if (end === -1) throw new GitFault('malformed-response');
      value += `${decodeUtf8Lossy(content.subarray(at, end))}\n`;
      at = end + 1;
      // A line that begins with a space continues the one before.
    } while (content[at] === 0x20);
    const space = value.indexOf(' ');
    headers.push({ name: value.slice(0, space), value: value.slice(space + 1, -1), from, to: at });
  }
  const valueFor = (name: string): string | undefined => headers.find((header) => header.name === name)?.value;
  const tree = valueFor('tree');
  if (tree === undefined || !/^[0-9a-f]{40,64}$/.test(tree)) throw new GitFault('malformed-response');
  const signed = headers.find(({ name }) => name === 'gpgsig' || name === 'gpgsig-sha256');
  return {
    tree,
    parents: headers.filter(({ name }) => name === 'parent').map(({ value }) => value),
    email: /<([^<>]*)>[^<>]*$/.exec(valueFor('author') ?? '')?.[1] ?? '',
    time: timeOf(valueFor('committer') ?? ''),
    signature:
      signed === undefined
        ? null
        : {
            armoured: signed.value.replaceAll('\n ', '\n'),
            payload: concatBytes(content.subarray(0, signed.from), content.subarray(signed.to)),
          },
  };
}

const LAST_SECOND = 253_402_300_799; // 9999-12-31T23:59:59Z

function timeOf(committer: string): number | null {
  const seconds = Number(/> (\d{1,12}) [+-]\d{4}$/.exec(committer)?.[1] ?? Number.NaN);
  return Number.isNaN(seconds) || seconds > LAST_SECOND ? null : seconds;
}
