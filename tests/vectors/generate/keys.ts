import { createHash } from 'node:crypto';
import { p256, p384 } from '@noble/curves/nist.js';
import { encodeBase64url } from '@proofmark/primitives';
import { type PublicKey, toMultikey } from '@proofmark/proofs';
import { namedEd25519Key, type TestKey } from '@proofmark/testkit';

/**
 * TEST KEYS. Every private key of the vectors is the hash of a text that stands here, so anyone can sign with it. ECDSA is deterministic
 * (RFC 6979), so that the same vectors come out each time.
 */
const textOf = (name: string): string => `proofmark test vectors, not secret: ${name}`;

export const ed25519 = (name: string): TestKey => namedEd25519Key(textOf(name));

export const es256 = (name: string): TestKey => {
  const secret = createHash('sha256').update(textOf(name)).digest();
  const sign = (data: Uint8Array): Uint8Array => p256.sign(data, secret, { lowS: false });
  return { signer: { algorithm: 'ES256', sign }, publicKey: publicKeyOf('ES256', 'P-256', p256.getPublicKey(secret, false)) };
};

export const es384 = (name: string): TestKey => {
  const secret = createHash('sha384').update(textOf(name)).digest();
  const sign = (data: Uint8Array): Uint8Array => p384.sign(data, secret, { lowS: false });
  return { signer: { algorithm: 'ES384', sign }, publicKey: publicKeyOf('ES384', 'P-384', p384.getPublicKey(secret, false)) };
};

function publicKeyOf(algorithm: PublicKey['algorithm'], crv: string, point: Uint8Array): PublicKey {
  const half = (point.length - 1) / 2;
  const [x, y] = [encodeBase64url(point.subarray(1, 1 + half)), encodeBase64url(point.subarray(1 + half))];
  return { algorithm, jwk: { kty: 'EC', crv, x, y } };
}

/** The did:key of a key, and the DID URL of its one verification method. */
export function didKey({ publicKey }: TestKey): { readonly did: string; readonly method: string } {
  const did = `did:key:${toMultikey(publicKey)}`;
  return { did, method: `${did}#${did.slice('did:key:'.length)}` };
}
