import { crc32 } from './crc32.js';
import { type BakingFailure, failed } from './outcome.js';

// A picture of 16 MB in the usual chunks of 8 KiB has 2,000.
const MAX_CHUNKS = 20_000;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** One chunk of a PNG, as a view into the file. */
export interface Chunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Uint8Array;
  /** Where the chunk begins and ends in the file, length and checksum included. */
  readonly start: number;
  readonly end: number;
  /** Whether the checksum is right; asked only when it matters. */
  crcMatches(): boolean;
}

/** Whether the bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** The chunks up to and with IEND; what follows is no part of the picture (PNG, 5.3 and 5.6). */
export function readChunks(bytes: Uint8Array): readonly Chunk[] | BakingFailure {
  if (!isPng(bytes)) return failed('not-a-png');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let start = SIGNATURE.length;
  while (start + 12 <= bytes.length) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    if (!/^[A-Za-z]{4}$/.test(type) || (chunks.length === 0 && type !== 'IHDR')) return failed('not-a-png');
    if (chunks.length >= MAX_CHUNKS) return failed('too-large');
    if (length > 0x7fffffff || end > bytes.length) return failed('truncated');
    const covered = bytes.subarray(start + 4, end - 4);
    const expected = view.getUint32(end - 4);
    chunks.push({ type, data: covered.subarray(4), start, end, crcMatches: () => crc32(covered) === expected });
    if (type === 'IEND') return chunks;
    start = end;
  }
  return failed('truncated');
}

/** The bytes of a chunk. */
export function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
