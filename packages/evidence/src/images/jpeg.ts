import { joined, standsAt, view } from './parts.js';

const END = 0xd9;
const SCAN = 0xda;
/** For extensions (T.81, table B.1). */
const RESERVED = 0xc8;
const JFIF_LENGTH = 16;

/** See `withoutMetadata`. Follows the marker segments of JPEG (ITU-T T.81, B.1). */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const parts = [bytes.subarray(0, 2)];
  let orientation = 1;
  let scanned = false;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) return scanned ? joined([...withOrientation(parts, orientation), bytes.subarray(at, at + 2)]) : null;
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + view(bytes).getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    // The header of a scan has a length that it says itself (T.81, B.2.3).
    if (marker === SCAN && segment.length !== 8 + 2 * (segment[4] ?? 0)) return null;
    if (marker === 0xe1) orientation = orientationOf(segment) ?? orientation;
    const kept = keptOf(marker, segment);
    if (kept !== null) parts.push(kept);
    at = end;
    if (marker !== SCAN) continue;
    scanned = true;
    const next = scanEnd(bytes, end);
    parts.push(bytes.subarray(end, next));
    at = next;
  }
  return null;
}

/**
 * What the picture needs: frames, tables and scans (T.81, table B.1, without the markers that are reserved); of the application segments the
 * JFIF header, the colour profile and Adobe's colour transform.
 */
function keptOf(marker: number, segment: Uint8Array): Uint8Array | null {
  if (marker < 0xe0 || marker > 0xef) return marker >= 0xc0 && marker <= 0xdf && marker !== RESERVED ? segment : null;
  if (marker === 0xe0 && standsAt(segment, 4, 'JFIF\0') && segment.length >= JFIF_LENGTH + 2) return withoutThumbnail(segment);
  if (marker === 0xe2 && standsAt(segment, 4, 'ICC_PROFILE\0')) return segment;
  return marker === 0xee && standsAt(segment, 4, 'Adobe') ? segment : null;
}

/** A thumbnail may show what the picture itself no longer does. */
function withoutThumbnail(segment: Uint8Array): Uint8Array {
  const header = segment.slice(0, JFIF_LENGTH + 2);
  view(header).setUint16(2, JFIF_LENGTH);
  header[16] = 0;
  header[17] = 0;
  return header;
}

/** Where the compressed data of a scan end: at a marker that is neither a stuffed zero nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Which way is up (EXIF 2.32, 4.6.5, tag 0x0112), 1 to 8; null when the segment does not say. */
function orientationOf(segment: Uint8Array): number | null {
  const tiff = 10;
  if (!standsAt(segment, 4, 'Exif\0\0') || segment.length < tiff + 8) return null;
  const little = standsAt(segment, tiff, 'II');
  const data = view(segment);
  const entries = tiff + data.getUint32(tiff + 4, little);
  if (entries + 2 > segment.length) return null;
  const count = data.getUint16(entries, little);
  for (let index = 0; index < count; index++) {
    const entry = entries + 2 + index * 12;
    if (entry + 12 > segment.length) return null;
    if (data.getUint16(entry, little) !== 0x0112) continue;
    const value = data.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** A picture that lies on its side says so in EXIF, so that one entry of it is written anew. */
function withOrientation(parts: readonly Uint8Array[], orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return parts;
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const segment = Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
  // After the JFIF header, which has to come first where there is one.
  const [start, first, ...rest] = parts;
  const jfif = first?.[1] === 0xe0;
  return jfif ? [start!, first, segment, ...rest] : [start!, segment, ...parts.slice(1)];
}
