import type { JsonObject } from '@proofmark/schemas';
import type { PublicSigningKey } from '../reads.js';
import { publicKey } from './did-document.js';

/** The JOSE name of each kind of key (RFC 8037 for Ed25519). */
const ALG: Readonly<Record<string, string>> = { Ed25519: 'EdDSA', ES256: 'ES256', RS256: 'RS256' };

/**
 * One key alone (RFC 7517). `kid` is what the badges name. `iss` tells whose key it is, since one host serves several
 * issuers: a key of one must not speak for another (Open Badges 3.0 implementation guide, key provenance).
 */
export function jwk(key: PublicSigningKey): JsonObject {
  return { ...publicKey(key).jwk, kid: key.verificationMethod, use: 'sig', alg: ALG[key.algorithm] ?? key.algorithm, iss: key.issuerDid };
}

/** A JWK Set (RFC 7517, 5). */
export function jwks(keys: readonly PublicSigningKey[]): JsonObject {
  return { keys: keys.map(jwk) };
}
