import type { Algorithm } from '../ports.js';

/** The JOSE names (RFC 7518, RFC 8037, RFC 9864) of the algorithms that are checked. */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'ES256',
  ES384: 'ES384',
  RS256: 'RS256',
};

/** The algorithm that a token or a key names, or undefined for one that is not checked here. */
export function algorithmNamed(alg: string): Algorithm | undefined {
  return Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
}
