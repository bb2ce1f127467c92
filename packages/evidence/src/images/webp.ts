import { joined, standsAt, view } from './parts.js';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_AND_XMP = 0x0c;

/** See `withoutMetadata`. WebP is a RIFF container (RFC 9649, 2.3). */
export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 20 || !standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WEBP')) return null;
  const data = view(bytes);
  const end = 8 + data.getUint32(4, true);
  if (end > bytes.length || end < 20) return null;
  const head = bytes.slice(0, 12);
  const parts: Uint8Array[] = [head];
  for (let start = 12; start < end; ) {
    if (start + 8 > end) return null;
    const type = String.fromCharCode(...bytes.subarray(start, start + 4));
    const size = data.getUint32(start + 4, true);
    const next = start + 8 + size + (size % 2);
    if (next > end + (size % 2) || start + 8 + size > end) return null;
    if (KEPT.has(type)) parts.push(type === 'VP8X' ? withoutFlags(bytes.slice(start, next)) : bytes.subarray(start, next));
    start = next;
  }
  const whole = joined(parts);
  view(whole).setUint32(4, whole.length - 8, true);
  return parts.length > 1 ? whole : null;
}

function withoutFlags(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const flags = chunk[8];
  if (flags !== undefined) chunk[8] = flags & ~EXIF_AND_XMP;
  return chunk;
}
