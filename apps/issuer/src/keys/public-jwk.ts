import { createHash, type KeyObject } from 'node:crypto';
import type { SigningAlgorithm, StoredKey } from './key-store.js';

/** The public description of a key pair; `id` is the thumbprint of RFC 7638: the required members, in lexical order. */
export function describeKey(algorithm: SigningAlgorithm, publicKey: KeyObject): StoredKey {
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const publicJwk = Object.fromEntries(Object.entries({ crv, kty, x, y }).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return { id: createHash('sha256').update(JSON.stringify(publicJwk)).digest('base64url'), algorithm, publicJwk };
}
