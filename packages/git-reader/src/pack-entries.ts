import { encodeHex, startsWithBytes } from '@proofmark/primitives';
import { GitFault } from './fault.js';
import type { GitLimits } from './limits.js';
import type { ObjectType } from './objects.js';
import type { GitSession } from './transport.js';

/** One object as it lies in a pack: whole, or as a change to another one. */
export interface PackEntry {
  /** Where the entry begins; deltas name their base by it. */
  readonly offset: number;
  /** Where its compressed bytes begin. */
  readonly data: number;
  /** Of the decompressed bytes: the object, or the delta. */
  readonly size: number;
  readonly is: ObjectType | { readonly base: number | string };
}

const TYPES: Readonly<Record<number, ObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const OFFSET_DELTA = 6;
const ID_DELTA = 7;

/**
 * Finds the entries of a pack (gitformat-pack), each with its decompressed bytes, which are not kept. The checksum at the end is not
 * looked at: what matters of a pack are objects that hash to the ids we look for.
 *
 * @throws GitFault `malformed-response`, `too-large`, `timeout`
 */
export async function scanPack(
  pack: Uint8Array,
  idLength: number,
  limits: GitLimits,
  session: GitSession,
  found: (entry: PackEntry, bytes: Uint8Array) => void,
): Promise<void> {
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  if (pack.length < 12 || !startsWithBytes(pack, 'PACK') || view.getUint32(4) !== 2) throw new GitFault('malformed-response');
  const count = view.getUint32(8);
  if (count > limits.objects) throw new GitFault('too-large');
  let inflated = 0;
  for (let at = 12, index = 0; index < count; index++) {
    const entry = readHeader(pack, at, idLength);
    inflated += entry.size;
    if (entry.size > limits.objectBytes || inflated > limits.inflatedBytes) throw new GitFault('too-large');
    const result = session.inflate(pack, entry.data, entry.size);
    if (result === null || result.bytes.length !== entry.size) throw new GitFault('malformed-response');
    found(entry, result.bytes);
    at = entry.data + result.consumed;
    if (!(await session.breathe())) throw new GitFault('timeout');
  }
}

function readHeader(pack: Uint8Array, offset: number, idLength: number): PackEntry {
  let at = offset;
  const next = (): number => {
    const byte = pack[at++];
    if (byte === undefined) throw new GitFault('malformed-response');
    return byte;
  };
  let byte = next();
  const code = (byte >> 4) & 7;
  let size = byte & 15;
  for (let shift = 4; byte & 0x80; shift += 7) {
    if (shift > 46) throw new GitFault('malformed-response');
    byte = next();
    size += (byte & 0x7f) * 2 ** shift;
  }
  const type = TYPES[code];
  if (type !== undefined) return { offset, data: at, size, is: type };
  if (code === OFFSET_DELTA) {
    byte = next();
    let back = byte & 0x7f;
    while (byte & 0x80) {
      byte = next();
      back = (back + 1) * 128 + (byte & 0x7f);
    }
    if (back <= 0 || back > offset) throw new GitFault('malformed-response');
    return { offset, data: at, size, is: { base: offset - back } };
  }
  if (code !== ID_DELTA || at + idLength > pack.length) throw new GitFault('malformed-response');
  return { offset, data: at + idLength, size, is: { base: encodeHex(pack.subarray(at, at + idLength)) } };
}
