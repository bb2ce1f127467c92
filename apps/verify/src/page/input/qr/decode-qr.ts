import decodeQR from 'qr/decode.js';

/** Milliseconds for one try. */
const TIME_LIMIT = 400;

/** The text of a QR code in a picture (RGBA), or null. */
export function decodeQr(image: ImageData): string | null {
  try {
    return decodeQR({ width: image.width, height: image.height, data: image.data }, { timeLimit: TIME_LIMIT });
  } catch {
    return null;
  }
}
