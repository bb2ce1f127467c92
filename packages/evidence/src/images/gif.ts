import { joined, standsAt } from './parts.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** How often an animation repeats; other applications write text of their own. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

/** See `withoutMetadata`. Follows the blocks of GIF89a. */
export function gifWithoutMetadata(bytes: Uint8Array): Uint8Array | null {
  if (!standsAt(bytes, 0, 'GIF8') || bytes.length < 14) return null;
  let at = 13 + colours(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at];
    if (kind === TRAILER) return joined([...parts, bytes.subarray(start, start + 1)]);
    if (kind !== EXTENSION && kind !== IMAGE) return null;
    const end = kind === EXTENSION ? blocksEnd(bytes, at + 2) : blocksEnd(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
    if (end === null) return null;
    at = end;
    if (kind === IMAGE || isNeeded(bytes, start)) parts.push(bytes.subarray(start, end));
  }
  return null;
}

/** The bytes of a colour table, by its flags. */
function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Where a chain of sub-blocks ends. */
function blocksEnd(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; ) {
    const size = bytes[at] ?? 0;
    at += size + 1;
    if (size === 0) return at;
  }
  return null;
}

function isNeeded(bytes: Uint8Array, start: number): boolean {
  const label = bytes[start + 1];
  return label === GRAPHIC_CONTROL || (label === APPLICATION && LOOPS.some((name) => standsAt(bytes, start + 3, name)));
}
