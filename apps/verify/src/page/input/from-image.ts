import { decodeLatin1 } from '@proofmark/primitives';
import type { Input } from './candidate.js';
import { inputOfQr } from './qr/qr-input.js';
import { readQr } from './qr/read-qr.js';

/** Keywords under which badges stand in a PNG; they are never compressed. */
const BAKED = /openbadge/;

/**
 * The QR code in a picture that is no badge itself, such as a photo of a certificate; null where there is none. `'for-wallets'` says
 * that there is one that only a wallet understands.
 */
export async function inputOfPicture(bytes: Uint8Array<ArrayBuffer>, from: string): Promise<Input | 'for-wallets' | null> {
  if (isBaked(bytes)) return null;
  const image = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (image === null) return null;
  const text = await readQr(image);
  image.close();
  return text === null ? null : (inputOfQr(text, from) ?? 'for-wallets');
}

const isBaked = (bytes: Uint8Array): boolean => BAKED.test(decodeLatin1(bytes));
