import { encodeHex, startsWithBytes } from '@proofmark/primitives';
import { applyDelta, resultSize } from './delta.js';
import { GitFault } from './fault.js';
import type { GitLimits } from './limits.js';
import { type ObjectType, objectHeader } from './objects.js';
import { type PackEntry, scanPack } from './pack-entries.js';
import type { GitSession } from './transport.js';

/** The objects of a pack by their ids. Each id was computed from the content. */
export interface ObjectStore {
  readonly size: number;
  info(id: string): ObjectInfo | undefined;
  /** The content of a commit, a tree, or a blob of at most 4096 bytes. @throws GitFault `malformed-response` when it is not there */
  content(id: string, type: ObjectType): Uint8Array;
  /** The ids of all commits. */
  commits(): Iterable<string>;
}

export interface ObjectInfo {
  readonly type: ObjectType;
  readonly size: number;
  /** Kept for commits, trees, and the blobs that symlinks and LFS pointers can be. */
  readonly content: Uint8Array | null;
}

/** `PATH_MAX` of Linux: a longer symlink cannot exist there. LFS pointers are shorter. */
const KEPT_BLOB = 4096;
const LFS = 'version https://git-lfs.github.com/spec/';

export const isLfsPointer = (content: Uint8Array | null): boolean =>
  content !== null && content.length < 1024 && startsWithBytes(content, LFS);

interface Frame {
  readonly type: ObjectType;
  readonly content: Uint8Array;
  readonly waiting: PackEntry[];
}

/**
 * Reads a pack. Whole objects are hashed while they are found; deltas then follow from their bases down, so that each is made once and
 * no more contents are held than one chain has.
 *
 * @throws GitFault `malformed-response`, `too-large`, `timeout`
 */
export async function readPack(
  pack: Uint8Array,
  objectFormat: 'sha1' | 'sha256',
  limits: GitLimits,
  session: GitSession,
): Promise<ObjectStore> {
  const hash = objectFormat === 'sha1' ? 'SHA-1' : 'SHA-256';
  const objects = new Map<string, ObjectInfo>();
  const waiting = new Map<number | string, PackEntry[]>();
  const whole: { readonly entry: PackEntry; readonly id: string }[] = [];
  let kept = 0;
  const add = (type: ObjectType, content: Uint8Array): string => {
    const id = encodeHex(session.hash(hash, [objectHeader(type, content.length), content]));
    const keep = type !== 'blob' || content.length <= KEPT_BLOB;
    if (keep) kept += content.length;
    if (kept > limits.inflatedBytes / 2) throw new GitFault('too-large');
    objects.set(id, { type, size: content.length, content: keep ? content : null });
    return id;
  };
  await scanPack(pack, objectFormat === 'sha1' ? 20 : 32, limits, session, (entry, bytes) => {
    if (typeof entry.is === 'string') {
      whole.push({ entry, id: add(entry.is, bytes) });
      return;
    }
    const others = waiting.get(entry.is.base);
    if (others === undefined) waiting.set(entry.is.base, [entry]);
    else others.push(entry);
  });
  const take = (offset: number, id: string): PackEntry[] => {
    const entries = [...(waiting.get(offset) ?? []), ...(waiting.get(id) ?? [])];
    waiting.delete(offset);
    waiting.delete(id);
    return entries;
  };
  let made = 0;
  for (const { entry, id } of whole) {
    const first = take(entry.offset, id);
    if (first.length === 0) continue;
    const stack: Frame[] = [{ type: entry.is as ObjectType, content: inflate(session, pack, entry), waiting: first }];
    let held = entry.size;
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const next = frame.waiting.pop();
      if (next === undefined) {
        held -= frame.content.length;
        stack.pop();
        continue;
      }
      const delta = inflate(session, pack, next);
      made += resultSize(delta);
      if (made > limits.inflatedBytes) throw new GitFault('too-large');
      const content = applyDelta(frame.content, delta, limits.objectBytes);
      const children = take(next.offset, add(frame.type, content));
      if (children.length > 0) {
        held += content.length;
        if (held > limits.inflatedBytes / 2) throw new GitFault('too-large');
        stack.push({ type: frame.type, content, waiting: children });
      }
      if (!(await session.breathe())) throw new GitFault('timeout');
    }
  }
  // A delta whose base never came, or that is its own base.
  if (waiting.size > 0) throw new GitFault('malformed-response');
  return storeOf(objects);
}

function inflate(session: GitSession, pack: Uint8Array, { data, size }: PackEntry): Uint8Array {
  const result = session.inflate(pack, data, size);
  if (result === null) throw new GitFault('malformed-response');
  return result.bytes;
}

/** Several packs as one. */
export function joinStores(stores: readonly ObjectStore[]): ObjectStore {
  const find = (id: string): ObjectStore | undefined => stores.find((store) => store.info(id) !== undefined);
  return {
    size: stores.reduce((sum, { size }) => sum + size, 0),
    info: (id) => find(id)?.info(id),
    content(id, type) {
      const store = find(id);
      if (store === undefined) throw new GitFault('malformed-response');
      return store.content(id, type);
    },
    *commits() {
      const seen = new Set<string>();
      for (const store of stores) {
        for (const id of store.commits()) {
          if (seen.has(id)) continue;
          seen.add(id);
          yield id;
        }
      }
    },
  };
}

function storeOf(objects: ReadonlyMap<string, ObjectInfo>): ObjectStore {
  return {
    size: objects.size,
    info: (id) => objects.get(id),
    content(id, type) {
      const found = objects.get(id);
      if (found?.type !== type || found.content === null) throw new GitFault('malformed-response');
      return found.content;
    },
    *commits() {
      for (const [id, { type }] of objects) if (type === 'commit') yield id;
    },
  };
}
