import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { joseTokens } from '@proofmark/platform/node';
import type { Algorithm } from '@proofmark/proofs';
import type { SigningAlgorithm } from '@proofmark/schemas/api';

/** What the public may know of a key: its JWK (RFC 7517), and the JWK's thumbprint (RFC 7638, SHA-256, base64url) as its id. */
export interface KeyDescription {
  readonly id: string;
  readonly publicJwk: Readonly<Record<string, string>>;
}

const tokens = joseTokens();

/** Makes a new private key for the algorithm: Ed25519, or P-256 for ES256. */
export async function makePrivateKey(algorithm: SigningAlgorithm): Promise<KeyObject> {
  const generate = promisify(generateKeyPair);
  const { privateKey } = algorithm === 'Ed25519' ? await generate('ed25519') : await generate('ec', { namedCurve: 'P-256' });
  return privateKey;
}

/** Describes a private key by its public half. */
export async function describeKey(algorithm: Algorithm, privateKey: KeyObject): Promise<KeyDescription> {
  const { crv = '', kty = '', x = '', y } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicJwk = y === undefined ? { kty, crv, x } : { kty, crv, x, y };
  return { id: await tokens.thumbprint({ algorithm, jwk: publicJwk }), publicJwk };
}
