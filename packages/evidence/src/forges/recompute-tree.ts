import { decodeHex, encodeHex, encodeUtf8, joinBytes } from '@proofmark/primitives';
import type { MaybePromise } from '@proofmark/schemas';
import type { ForgeEntry } from './forge-api.js';

/** SHA-1, by which git names objects. */
export type Sha1 = (data: Uint8Array) => MaybePromise<Uint8Array>;

/** The id of each folder of a list of files, computed from what the list says is in it. */
export interface ComputedTree {
  /** The id of the root folder. */
  readonly root: string;
  /** Whether each folder has the id that the list itself says. */
  readonly consistent: boolean;
}

const TREE = '40000';
/** Folders inside folders, as deep as git-reader goes. */
const DEEPEST = 64;

interface Child {
  readonly name: Uint8Array;
  readonly mode: string;
  readonly id: string;
}

/**
 * Computes the ids of folders as git does (`tree <length>`, a zero byte, and for each entry its mode, name and id). A list in which a
 * file lies in no folder, or a path occurs twice, or is deeper than 64 folders, is not consistent.
 */
export async function recomputeTree(entries: readonly ForgeEntry[], sha1: Sha1): Promise<ComputedTree> {
  const folders = new Map<string, Child[]>([['', []]]);
  const claimed = new Map<string, string>();
  for (const { path, mode, id } of entries) {
    if (mode !== TREE) continue;
    folders.set(path, []);
    claimed.set(path, id);
  }
  let consistent = new Set(entries.map(({ path }) => path)).size === entries.length;
  for (const { path, mode, id } of entries) {
    const end = path.lastIndexOf('/');
    const folder = folders.get(path.slice(0, Math.max(end, 0)));
    if (folder === undefined || path.split('/').length > DEEPEST) consistent = false;
    else folder.push({ name: encodeUtf8(path.slice(end + 1)), mode, id });
  }
  let root = '';
  for (const [path, children] of folders) {
    const id = await idOfTree(children, sha1);
    if (path === '') root = id;
    else if (id !== claimed.get(path)) consistent = false;
  }
  return { root, consistent };
}

async function idOfTree(children: readonly Child[], sha1: Sha1): Promise<string> {
  const sorted = [...children].sort((one, other) => compareNames(sortKey(one), sortKey(other)));
  const body = joinBytes(sorted.flatMap(({ mode, name, id }) => [encodeUtf8(`${mode} `), name, Uint8Array.of(0), bytesOf(id)]));
  return encodeHex(await sha1(joinBytes([encodeUtf8(`tree ${body.length}\0`), body])));
}

/** Ids have been checked where the list was read. */
const bytesOf = (id: string): Uint8Array => decodeHex(id) ?? new Uint8Array(20);

const SLASH = Uint8Array.of(0x2f);

/** Git sorts a folder as if a slash stood behind its name. */
const sortKey = ({ name, mode }: Child): Uint8Array => (mode === TREE ? joinBytes([name, SLASH]) : name);

function compareNames(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return (one[at] as number) - (other[at] as number);
  return one.length - other.length;
}
