import { buildDidDocument, type PublicKey } from '@proofmark/proofs';
import { assessorDid, type JsonObject } from '@proofmark/schemas';
import type { PublicIssuer, PublicSigningKey } from '../reads.js';

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

/**
 * The DID document of a person for whom an issuer signs endorsements: the issuer's own keys under the person's id, and the issuer as the
 * one who controls it. It says nothing about who the person is.
 */
export function assessorDidDocument({ did: controller }: PublicIssuer, id: string, keys: readonly PublicSigningKey[]): JsonObject {
  const did = assessorDid(controller, id);
  const published = keys
    .filter(({ algorithm }) => algorithm === 'Ed25519')
    .map((key) => ({ id: `${did}${key.verificationMethod.slice(controller.length)}`, publicKey: publicKey(key) }));
  return buildDidDocument({ did, controller, keys: published });
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
