import { decodeBase64url, isObject, type Json, type JsonObject } from '@proofmark/primitives';
import type { Algorithm } from '../ports.js';
import { isOnCurve } from './curves.js';
import { ed25519Key } from './edwards.js';
import type { KeyFault, KeyReading } from './key-reading.js';

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const EC = { 'P-256': { algorithm: 'ES256', size: 32 }, 'P-384': { algorithm: 'ES384', size: 48 } } as const;
/** Browsers read no exponent of more than 32 bits, and one of them makes a check cost as much as hundreds. */
const RSA_BYTES = { least: 256, most: 1024, exponent: 4 };

/**
 * A public key from a JWK (RFC 7517): Ed25519 (RFC 8037), P-256, P-384, or RSA of 2048 to 8192 bits.
 * The answer holds the members that make up the key and nothing else. A JWK with any private member is refused: what is published is no
 * secret, so anyone may have signed with it (OB 3.0, 8.2.1 forbids `d`). So is one that says that it is not for checking signatures, or not
 * of this algorithm (`use`, `key_ops`, `alg`, RFC 7517 sections 4.2 to 4.4).
 */
export function readJwk(json: Json | undefined): KeyReading {
  if (!isObject(json)) return fault('malformed-key');
  if (PRIVATE_MEMBERS.some((member) => Object.hasOwn(json, member))) return fault('private-key');
  const reading = readMaterial(json);
  const otherwise = reading.ok ? useFault(json, reading.key.algorithm) : null;
  return otherwise === null ? reading : fault(otherwise);
}

function useFault({ use, key_ops, alg }: JsonObject, algorithm: Algorithm): KeyFault | null {
  if (use !== undefined && use !== 'sig') return 'other-use';
  if (key_ops !== undefined && !(Array.isArray(key_ops) && key_ops.includes('verify'))) return 'other-use';
  // The algorithms here have their JOSE names; Ed25519 has an older one besides (RFC 9864). Another may be an honest one that is not checked here.
  return alg === undefined || alg === algorithm || (alg === 'EdDSA' && algorithm === 'Ed25519') ? null : 'unsupported-key-type';
}

function readMaterial({ kty, crv, x, y, n, e }: JsonObject): KeyReading {
  if (kty === 'OKP')
    return crv === 'Ed25519' ? ed25519Key(typeof x === 'string' ? decodeBase64url(x) : null) : fault('unsupported-key-type');
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
  if (modulus[0] === 0 || exponent[0] === 0) return fault('malformed-key');
  if (modulus.length > RSA_BYTES.most || exponent.length > RSA_BYTES.exponent) return fault('unsupported-key-type');
  // An exponent of 1 would make every padded message its own signature; an even one, or an even modulus, is no RSA at all.
  const even = [exponent, modulus].some((number) => (number.at(-1)! & 1) === 0);
  if (even || (exponent.length === 1 && exponent[0] === 1)) return fault('weak-key');
  if (modulus.length < RSA_BYTES.least || (modulus.length === RSA_BYTES.least && modulus[0] < 0x80)) return fault('weak-key');
  return { ok: true, key: { algorithm: 'RS256', jwk: { kty: 'RSA', n: String(n), e: String(e) } } };
}

function sizeOf(value: Json | undefined): number | null {
  return typeof value === 'string' ? (decodeBase64url(value)?.length ?? null) : null;
}

function fault(code: KeyFault): KeyReading {
  return { ok: false, code };
}
