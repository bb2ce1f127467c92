import { findCode } from './find-code.js';

/** The text of the first QR code in a picture, or null. */
export function readQr(image: ImageBitmap | HTMLVideoElement): Promise<string | null> {
  return findCode(image, async () => (await import('./decode-qr.js')).decodeQr);
}
