import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Bytes encrypted with AES-256-GCM (NIST SP 800-38D); each member is base64url. */
export interface Sealed {
  readonly nonce: string;
  readonly ciphertext: string;
  readonly tag: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts under a fresh 96-bit nonce. `context` is authenticated with the text: the same must be given to open it. */
export function seal(key: KeyObject, plain: Uint8Array, context: string): Sealed {
  const { nonce, ciphertext, tag } = encrypt(key, plain, context);
  return { nonce: encode(nonce), ciphertext: encode(ciphertext), tag: encode(tag) };
}

/** The plain bytes, or null when the key or the context is another, or anything was changed. */
export function open(key: KeyObject, { nonce, ciphertext, tag }: Sealed, context: string): Buffer | null {
  return decrypt(key, { nonce: decode(nonce), ciphertext: decode(ciphertext), tag: decode(tag) }, context);
}

/** As `seal`, as one row of bytes: nonce, ciphertext, tag. */
export function sealBytes(key: KeyObject, plain: Uint8Array, context: string): Buffer {
  const { nonce, ciphertext, tag } = encrypt(key, plain, context);
  return Buffer.concat([nonce, ciphertext, tag]);
}

/** As `open`, of what `sealBytes` made. */
export function openBytes(key: KeyObject, sealed: Uint8Array, context: string): Buffer | null {
  const end = sealed.length - TAG_BYTES;
  if (end < NONCE_BYTES) return null;
  const parts = { nonce: sealed.subarray(0, NONCE_BYTES), ciphertext: sealed.subarray(NONCE_BYTES, end), tag: sealed.subarray(end) };
  return decrypt(key, parts, context);
}

/** True when the value has the members of a sealed text. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const { nonce, ciphertext, tag } = value as Partial<Record<keyof Sealed, unknown>>;
  return [nonce, ciphertext, tag].every((member) => typeof member === 'string');
}

interface Parts {
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

function encrypt(key: KeyObject, plain: Uint8Array, context: string): Parts {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

function decrypt(key: KeyObject, { nonce, ciphertext, tag }: Parts, context: string): Buffer | null {
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return null;
  }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
