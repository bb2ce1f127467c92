import { decodeBase64url, isObject, type Json } from '@proofmark/primitives';
import type { PublicKey } from '../ports.js';
import { isOnCurve } from './curves.js';

/** Why a JWK is not used: it is no key, it is a key of a kind that is not supported, or it holds a private part. */
export type KeyFault = 'malformed-key' | 'unsupported-key-type' | 'private-key' | 'weak-key';
export type KeyReading = { readonly ok: true; readonly key: PublicKey } | { readonly ok: false; readonly code: KeyFault };

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const EC = { 'P-256': { algorithm: 'ES256', size: 32 }, 'P-384': { algorithm: 'ES384', size: 48 } } as const;
const RSA_BYTES = { least: 256, most: 1024 };

/**
 * A public key from a JWK (RFC 7517): Ed25519 (RFC 8037), P-256, P-384, or RSA of 2048 to 8192 bits.
 * The answer holds the members that make up the key and nothing else. A JWK with any private member is refused.
 */
export function readJwk(json: Json | undefined): KeyReading {
  if (!isObject(json)) return fault('malformed-key');
  if (PRIVATE_MEMBERS.some((member) => Object.hasOwn(json, member))) return fault('private-key');
  const { kty, crv, x, y, n, e } = json;
  if (kty === 'OKP') {
    if (crv !== 'Ed25519') return fault('unsupported-key-type');
    if (sizeOf(x) !== 32) return fault('malformed-key');
    return { ok: true, key: { algorithm: 'Ed25519', jwk: { kty, crv, x: String(x) } } };
  }
  if (kty === 'EC') {
    const curve = crv === 'P-256' || crv === 'P-384' ? crv : null;
    if (curve === null) return fault('unsupported-key-type');
    if (sizeOf(x) !== EC[curve].size || sizeOf(y) !== EC[curve].size) return fault('malformed-key');
    if (!isOnCurve(curve, decodeBase64url(String(x))!, decodeBase64url(String(y))!)) return fault('malformed-key');
    return { ok: true, key: { algorithm: EC[curve].algorithm, jwk: { kty, crv: curve, x: String(x), y: String(y) } } };
  }
  if (kty === 'RSA') return readRsa(n, e);
  return fault(typeof kty === 'string' ? 'unsupported-key-type' : 'malformed-key');
}

function readRsa(n: Json | undefined, e: Json | undefined): KeyReading {
  const modulus = typeof n === 'string' ? decodeBase64url(n) : null;
  const exponent = typeof e === 'string' ? decodeBase64url(e) : null;
  if (modulus === null || exponent === null || modulus[0] === undefined || exponent.length === 0) return fault('malformed-key');
  if (modulus[0] === 0 || exponent[0] === 0 || modulus.length > RSA_BYTES.most || exponent.length > 8) return fault('malformed-key');
  // An exponent of 1 would make every padded message its own signature; an even one is no RSA at all.
  if ((exponent.at(-1)! & 1) === 0 || (exponent.length === 1 && exponent[0] === 1)) return fault('weak-key');
  if (modulus.length < RSA_BYTES.least || (modulus.length === RSA_BYTES.least && modulus[0] < 0x80)) return fault('weak-key');
  return { ok: true, key: { algorithm: 'RS256', jwk: { kty: 'RSA', n: String(n), e: String(e) } } };
}

function sizeOf(value: Json | undefined): number | null {
  return typeof value === 'string' ? (decodeBase64url(value)?.length ?? null) : null;
}

function fault(code: KeyFault): KeyReading {
  return { ok: false, code };
}
