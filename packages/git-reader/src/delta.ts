import { GitFault } from './fault.js';

/**
 * Applies a delta of a pack (gitformat-pack, "Deltified representation"). The size of the result is known before a byte of it exists,
 * so a few bytes that ask for gigabytes are refused.
 *
 * @throws GitFault `malformed-response`, or `too-large` beyond `maxBytes`
 */
export function applyDelta(base: Uint8Array, delta: Uint8Array, maxBytes: number): Uint8Array {
  const from = readSize(delta, 0);
  const to = readSize(delta, from.next);
  if (from.size !== base.length) throw malformed();
  if (to.size > maxBytes) throw new GitFault('too-large');
  const result = new Uint8Array(to.size);
  let written = 0;
  for (let at = to.next; at < delta.length; ) {
    const operation = delta[at++]!;
    let piece: Uint8Array;
    if (operation & 0x80) {
      let offset = 0;
      let length = 0;
      for (let bit = 0; bit < 4; bit++) if (operation & (1 << bit)) offset += byteAt(delta, at++) * 2 ** (8 * bit);
      for (let bit = 0; bit < 3; bit++) if (operation & (0x10 << bit)) length += byteAt(delta, at++) * 2 ** (8 * bit);
      if (length === 0) length = 0x10000;
      if (offset + length > base.length) throw malformed();
      piece = base.subarray(offset, offset + length);
    } else {
      if (operation === 0 || at + operation > delta.length) throw malformed();
      piece = delta.subarray(at, at + operation);
      at += operation;
    }
    if (written + piece.length > result.length) throw malformed();
    result.set(piece, written);
    written += piece.length;
  }
  if (written !== result.length) throw malformed();
  return result;
}

/** The size that a delta says its result will have. */
export function resultSize(delta: Uint8Array): number {
  return readSize(delta, readSize(delta, 0).next).size;
}

function readSize(delta: Uint8Array, start: number): { readonly size: number; readonly next: number } {
  let size = 0;
  for (let at = start, shift = 0; shift < 49; shift += 7) {
    const byte = byteAt(delta, at++);
    size += (byte & 0x7f) * 2 ** shift;
    if ((byte & 0x80) === 0) return { size, next: at };
  }
  throw malformed();
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw malformed();
  return byte;
}

const malformed = (): GitFault => new GitFault('malformed-response');
