import { gifWithoutMetadata } from './gif.js';
import { jpegWithoutMetadata } from './jpeg.js';
import { pngWithoutMetadata } from './png.js';
import { webpWithoutMetadata } from './webp.js';

const STRIPPERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  'image/jpeg': jpegWithoutMetadata,
  'image/png': pngWithoutMetadata,
  'image/webp': webpWithoutMetadata,
  'image/gif': gifWithoutMetadata,
};

/**
 * A picture without what cameras and programs wrote beside it: place, time, device, names, thumbnails, comments, and whatever follows
 * its end. The picture itself is not encoded anew: every pixel, its colours and which way is up stay as they were.
 *
 * @returns null when the bytes are malformed, or of a format in which metadata cannot be told apart here
 */
export function withoutMetadata(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  const strip = Object.hasOwn(STRIPPERS, mediaType) ? STRIPPERS[mediaType] : undefined;
  return strip?.(bytes) ?? null;
}
