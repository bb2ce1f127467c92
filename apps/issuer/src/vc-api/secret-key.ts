import { createECDH, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeBase58 } from '@proofmark/proofs';

/** The curves that instances sign with, by the first two bytes of a Multikey's secret (Controlled Identifiers 1.0, 2.2.2). */
const CURVES = [
  { header: [0x80, 0x26], name: 'Ed25519', bytes: 32 },
  { header: [0x86, 0x26], name: 'P-256', bytes: 32 },
  { header: [0x87, 0x26], name: 'P-384', bytes: 48 },
] as const;

export type Curve = (typeof CURVES)[number]['name'];

// PKCS #8 of an Ed25519 key without its 32 bytes of seed (RFC 8410, 7).
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const ECDH_NAMES = { 'P-256': 'prime256v1', 'P-384': 'secp384r1' } as const;

/** A private key from `secretKeyMultibase`; null when it is none. Some tools append the public half of an Ed25519 key, which is not needed. */
export function readSecretMultikey(text: string): KeyObject | null {
  const bytes = text.startsWith('z') ? decodeBase58(text.slice(1)) : null;
  const curve = CURVES.find(({ header }) => bytes?.[0] === header[0] && bytes[1] === header[1]);
  if (bytes === null || curve === undefined) return null;
  const secret = bytes.subarray(2);
  if (curve.name === 'Ed25519') {
    if (secret.length !== 32 && secret.length !== 64) return null;
    return createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, secret.subarray(0, 32)]), format: 'der', type: 'pkcs8' });
  }
  return secret.length === curve.bytes ? ecKey(curve.name, secret) : null;
}

/** A private key from a JWK; null when it is none. */
export function readPrivateJwk(jwk: Readonly<Record<string, string>>): KeyObject | null {
  try {
    return createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** A new private key. */
export function makeSecretKey(curve: Curve): KeyObject {
  return curve === 'Ed25519' ? generateKeyPairSync('ed25519').privateKey : generateKeyPairSync('ec', { namedCurve: curve }).privateKey;
}

function ecKey(curve: 'P-256' | 'P-384', secret: Uint8Array): KeyObject | null {
  try {
    const ecdh = createECDH(ECDH_NAMES[curve]);
    ecdh.setPrivateKey(secret);
    const point = ecdh.getPublicKey();
    const [x, y] = [point.subarray(1, 1 + secret.length), point.subarray(1 + secret.length)].map((part) => part.toString('base64url'));
    return readPrivateJwk({ kty: 'EC', crv: curve, d: Buffer.from(secret).toString('base64url'), x: x ?? '', y: y ?? '' });
  } catch {
    return null;
  }
}
