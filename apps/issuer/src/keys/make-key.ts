import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { nodeCrypto } from '@proofmark/hosts/node';
import { jwkThumbprint, type PublicKey, toMultikey } from '@proofmark/proofs';
import type { SigningAlgorithm } from '@proofmark/schemas/api';

const crypto = nodeCrypto();

/** Makes a new private key for the algorithm: Ed25519, or P-256 for ES256. */
export async function makePrivateKey(algorithm: SigningAlgorithm): Promise<KeyObject> {
  const generate = promisify(generateKeyPair);
  const { privateKey } = algorithm === 'Ed25519' ? await generate('ed25519') : await generate('ec', { namedCurve: 'P-256' });
  return privateKey;
}

/** The public half of a private key, and the fragment under which a DID document names it. */
export async function describeKey(
  algorithm: SigningAlgorithm,
  privateKey: KeyObject,
): Promise<{ readonly id: string; readonly publicKey: PublicKey }> {
  const { crv = '', kty = '', x = '', y } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey: PublicKey = { algorithm, jwk: y === undefined ? { kty, crv, x } : { kty, crv, x, y } };
  return { id: algorithm === 'Ed25519' ? toMultikey(publicKey) : await jwkThumbprint(publicKey, crypto), publicKey };
}
