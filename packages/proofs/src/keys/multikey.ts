import { concatBytes, decodeBase58, decodeBase64url, encodeBase58, encodeBase64url } from '@proofmark/primitives';
import type { PublicKey } from '../ports.js';
import { compress, decompress } from './curves.js';
import { ed25519Key } from './edwards.js';
import type { KeyReading } from './key-reading.js';

const PREFIX = { Ed25519: [0xed, 0x01], 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24] } as const;
type Curve = keyof typeof PREFIX;
const CURVES = Object.keys(PREFIX) as Curve[];

/**
 * A public key from a Multikey value (`z6Mk…`, `zDn…`, `z82…`; Controlled Identifiers 1.0 section 2.2.2).
 * Only base58btc, as the cryptosuites demand. Other multicodec keys answer `unsupported-key-type`.
 */
export function readMultikey(text: string): KeyReading {
  const bytes = text.startsWith('z') ? decodeBase58(text.slice(1)) : null;
  if (bytes === null || bytes.length < 3) return { ok: false, code: 'malformed-key' };
  for (const crv of CURVES) if (startsWith(bytes, PREFIX[crv])) return readPoint(crv, bytes.subarray(2));
  return { ok: false, code: PRIVATE_PREFIXES.some((prefix) => startsWith(bytes, prefix)) ? 'private-key' : 'unsupported-key-type' };
}

function readPoint(crv: Curve, bytes: Uint8Array): KeyReading {
  if (crv === 'Ed25519') return ed25519Key(bytes);
  const point = decompress(crv, bytes);
  if (point === null) return { ok: false, code: 'malformed-key' };
  const jwk = { kty: 'EC', crv, x: encodeBase64url(point.x), y: encodeBase64url(point.y) };
  return { ok: true, key: { algorithm: crv === 'P-256' ? 'ES256' : 'ES384', jwk } };
}

/** Multicodec prefixes of private keys: Ed25519, P-256, P-384. */
const PRIVATE_PREFIXES = [
  [0x80, 0x26],
  [0x86, 0x26],
  [0x87, 0x26],
] as const;

/** The Multikey value of an Ed25519, P-256 or P-384 key. Throws for RSA, which has none: misuse. */
export function toMultikey(key: PublicKey): string {
  const { crv } = key.jwk;
  if (crv !== 'Ed25519' && crv !== 'P-256' && crv !== 'P-384') throw new TypeError(`a ${key.algorithm} key has no Multikey form`);
  const x = member(key, 'x');
  const body = crv === 'Ed25519' ? x : compress(x, member(key, 'y'));
  return `z${encodeBase58(concatBytes(Uint8Array.from(PREFIX[crv]), body))}`;
}

function member(key: PublicKey, name: string): Uint8Array {
  const bytes = decodeBase64url(key.jwk[name] ?? '');
  if (bytes === null || bytes.length === 0) throw new TypeError(`the key has no ${name}`);
  return bytes;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}
