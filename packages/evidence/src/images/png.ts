import { joined, view } from './parts.js';

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** What a PNG (third edition) needs to look as it does, animation included. Text, times, EXIF and private chunks are not among it. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'IDAT',
  'IEND',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'mDCV',
  'cLLI',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** See `withoutMetadata`. */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array | null {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return null;
  const data = view(bytes);
  const parts = [bytes.subarray(0, SIGNATURE.length)];
  for (let start = SIGNATURE.length; start + 12 <= bytes.length; ) {
    const end = start + 12 + data.getUint32(start);
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    if (end > bytes.length) return null;
    if (KEPT.has(type)) parts.push(bytes.subarray(start, end));
    // What follows the end is no part of the picture.
    if (type === 'IEND') return joined(parts);
    start = end;
  }
  return null;
}
