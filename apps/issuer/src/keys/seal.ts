import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Bytes encrypted with AES-256-GCM (NIST SP 800-38D); each member is base64url. */
export interface Sealed {
  readonly nonce: string;
  readonly ciphertext: string;
  readonly tag: string;
}

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

/** Encrypts under a fresh 96-bit nonce. `context` is authenticated with the text: the same must be given to open it. */
export function seal(key: KeyObject, plain: Uint8Array, context: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce: encode(nonce), ciphertext: encode(ciphertext), tag: encode(cipher.getAuthTag()) };
}

/** The plain bytes, or null when the key or the context is another, or anything was changed. */
export function open(key: KeyObject, sealed: Sealed, context: string): Buffer | null {
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.nonce, 'base64url'), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(sealed.tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(sealed.ciphertext, 'base64url')), decipher.final()]);
  } catch {
    return null;
  }
}

/** True when the value has the members of a sealed text. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const { nonce, ciphertext, tag } = value as Partial<Record<keyof Sealed, unknown>>;
  return [nonce, ciphertext, tag].every((member) => typeof member === 'string');
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url');
}
