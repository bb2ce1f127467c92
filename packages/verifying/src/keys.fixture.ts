import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url, type PublicKey, type Signer } from '@proofmark/proofs';

/** A key of the tests: it signs at once, in Node and in a browser alike. */
export interface TestKey {
  readonly signer: Signer;
  readonly publicKey: PublicKey;
}

const seedOf = (name: string): Uint8Array => sha256(new TextEncoder().encode(name));

/** The Ed25519 key of a name: always the same. */
export function namedKey(name: string): TestKey {
  const secret = seedOf(name);
  const x = encodeBase64url(ed25519.getPublicKey(secret));
  return {
    signer: { algorithm: 'Ed25519', sign: (data) => ed25519.sign(data, secret) },
    publicKey: { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x } },
  };
}

/** The P-256 key of a name: always the same. */
export function namedP256Key(name: string): TestKey {
  const secret = seedOf(name);
  const point = p256.getPublicKey(secret, false);
  const [x, y] = [encodeBase64url(point.subarray(1, 33)), encodeBase64url(point.subarray(33))];
  return {
    signer: { algorithm: 'ES256', sign: (data) => p256.sign(data, secret, { lowS: false }) },
    publicKey: { algorithm: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x, y } },
  };
}
