import type { Algorithm, PublicKey, TokenPort } from '../ports.js';
import type { DecodedJwt } from './decode-jwt.js';

/** What became of a token's signature. Only `valid` and `invalid` speak about the signature. */
export type JwsOutcome =
  | { readonly outcome: 'valid' }
  /**
   * `unsigned` (`none`) and `symmetric` (`HS…`, where the public key would be the secret) are attacks, not algorithms;
   * `algorithm-mismatch`: the key is for another algorithm than the header says.
   */
  | { readonly outcome: 'invalid'; readonly reason: 'signature' | 'unsigned' | 'symmetric' | 'algorithm-mismatch' }
  | { readonly outcome: 'unsupported'; readonly reason: 'algorithm' | 'critical-header' | 'host' };

export interface JwsQuestion {
  readonly jwt: DecodedJwt;
  /** The key that the caller found, and trusts to be the issuer's. The header's own key is never taken by itself. */
  readonly key: PublicKey;
  readonly tokens: Pick<TokenPort, 'verifyCompact'>;
}

/** The JOSE names (RFC 7518, RFC 8037, RFC 9864) of the algorithms that are checked. */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'ES256',
  ES384: 'ES384',
  RS256: 'RS256',
};

/**
 * Header parameters that another reader may follow to another payload or another key. OB 3.0 8.2.1 allows none beside `alg`, `kid`, `jwk` and `typ`;
 * VC-JOSE-COSE 3.1 wants registered ones read as registered, and others ignored. `crit` names what must not be overlooked (RFC 7515 section 4.1.11),
 * `b64` changes what is signed (RFC 7797), `zip` and `enc` say that the payload is packed or encrypted (RFC 7516), `jku` and `x5u` name an
 * address where the key is (RFC 7515 sections 4.1.2 and 4.1.5), which is never asked: the writer of a token chooses it.
 */
const HEADERS_NOT_OVERLOOKED = ['crit', 'b64', 'zip', 'enc', 'jku', 'x5u'];

const SIGNATURE_BYTES: Readonly<Record<Algorithm, number | null>> = { Ed25519: 64, ES256: 64, ES384: 96, RS256: null };

/**
 * Checks the signature of a token with a key. The key decides the algorithm, and the header must only agree (RFC 8725 section 3.1): what is an
 * attack or is not understood is answered before the host's library sees the token.
 */
export async function checkJws({ jwt, key, tokens }: JwsQuestion): Promise<JwsOutcome> {
  if (jwt.alg.toLowerCase() === 'none') return { outcome: 'invalid', reason: 'unsigned' };
  if (jwt.alg.startsWith('HS')) return { outcome: 'invalid', reason: 'symmetric' };
  const algorithm = Object.hasOwn(ALGORITHMS, jwt.alg) ? ALGORITHMS[jwt.alg] : undefined;
  if (algorithm === undefined) return { outcome: 'unsupported', reason: 'algorithm' };
  if (HEADERS_NOT_OVERLOOKED.some((name) => Object.hasOwn(jwt.header, name))) return { outcome: 'unsupported', reason: 'critical-header' };
  if (algorithm !== key.algorithm) return { outcome: 'invalid', reason: 'algorithm-mismatch' };
  const size = SIGNATURE_BYTES[algorithm];
  if (size !== null && jwt.signature.length !== size) return { outcome: 'invalid', reason: 'signature' };
  const answer = await tokens.verifyCompact(jwt.text, jwt.alg, key);
  if (answer === null) return { outcome: 'unsupported', reason: 'host' };
  return answer ? { outcome: 'valid' } : { outcome: 'invalid', reason: 'signature' };
}
