import { encodeBase64url } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';

const RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const EC = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly rest: Uint8Array;
}

/**
 * A public key in PEM (`BEGIN PUBLIC KEY`, RFC 7468 section 13; RFC 5280 section 4.1) as a JWK: RSA or P-256.
 * Null for anything else. Whether the key is any good is the question of whoever reads the JWK.
 */
export function jwkOfPem(pem: string): JsonObject | null {
  const body = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]{1,8192})-----END PUBLIC KEY-----\s*$/.exec(pem)?.[1];
  const der = body === undefined ? null : bytesOf(body.replace(/\s+/g, ''));
  const info = der === null ? null : element(der, 0x30);
  if (info === null || info.rest.length > 0) return null;
  const algorithm = element(info.content, 0x30);
  const key = algorithm === null ? null : element(algorithm.rest, 0x03);
  const name = algorithm === null ? null : element(algorithm.content, 0x06);
  if (key === null || name === null || key.content[0] !== 0) return null;
  const bits = key.content.subarray(1);
  if (isSame(name.content, RSA)) return rsa(bits);
  const curve = element(name.rest, 0x06);
  return isSame(name.content, EC) && curve !== null && isSame(curve.content, P256) ? ec(bits) : null;
}

function rsa(bits: Uint8Array): JsonObject | null {
  const numbers = element(bits, 0x30);
  const modulus = numbers === null ? null : element(numbers.content, 0x02);
  const exponent = modulus === null ? null : element(modulus.rest, 0x02);
  if (modulus === null || exponent === null) return null;
  return { kty: 'RSA', n: encodeBase64url(unsigned(modulus.content)), e: encodeBase64url(unsigned(exponent.content)) };
}

function ec(bits: Uint8Array): JsonObject | null {
  if (bits.length !== 65 || bits[0] !== 4) return null;
  return { kty: 'EC', crv: 'P-256', x: encodeBase64url(bits.subarray(1, 33)), y: encodeBase64url(bits.subarray(33)) };
}

/** The first DER element, if it has this tag; lengths in their shortest form only. */
function element(bytes: Uint8Array, tag: number): Element | null {
  const first = bytes[1];
  if (bytes[0] !== tag || first === undefined) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > 2) return null;
  let length = extra === 0 ? first : 0;
  for (let at = 0; at < extra; at += 1) length = length * 256 + (bytes[2 + at] ?? 0);
  if (extra > 0 && length < (extra === 1 ? 0x80 : 0x100)) return null;
  const start = 2 + extra;
  if (start + length > bytes.length) return null;
  return { tag, content: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

/** A DER integer has a zero in front when its first bit is set. */
function unsigned(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0 ? bytes.subarray(1) : bytes;
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function isSame(bytes: Uint8Array, expected: readonly number[]): boolean {
  return bytes.length === expected.length && expected.every((byte, i) => bytes[i] === byte);
}
