import { buildDidDocument, type PublicKey } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { PublicIssuer, PublicSigningKey } from './ports.js';

// What a public key consists of, by kind (RFC 7518, 6; RFC 8037). Nothing else of a stored key is ever published.
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Ed25519: ['kty', 'crv', 'x'],
  ES256: ['kty', 'crv', 'x', 'y'],
  RS256: ['kty', 'n', 'e'],
};

/** The DID document of an issuer, with every key that it ever signed with, and the origins of the web domains that it claims. */
export function didDocument({ did }: PublicIssuer, keys: readonly PublicSigningKey[], domains: readonly string[]): JsonObject {
  const published = keys.map((key) => ({ id: key.verificationMethod, publicKey: publicKey(key) }));
  const [first, ...more] = domains;
  // One origin as text: every reader of LinkedDomains understands that form.
  const serviceEndpoint = more.length === 0 && first !== undefined ? first : { origins: domains };
  const services = first === undefined ? [] : [{ id: `${did}#linked-domains`, type: 'LinkedDomains', serviceEndpoint }];
  return buildDidDocument({ did, keys: published, services });
}

/** The public members of a stored key and nothing else. */
export function publicKey(key: PublicSigningKey): PublicKey {
  const jwk: Record<string, string> = {};
  for (const name of MEMBERS[key.algorithm] ?? []) {
    const value = key.jwk[name];
    if (typeof value === 'string') jwk[name] = value;
  }
  return { algorithm: key.algorithm as PublicKey['algorithm'], jwk };
}
