import type { TokenPort } from '@proofmark/proofs';
import type { JoseTokens } from './jose-tokens.js';

export interface JoseTokensOptions {
  /** How many public keys to keep ready; 100 by default. */
  readonly maxKeys?: number;
  /** For a host that has the library elsewhere. */
  readonly load?: () => Promise<typeof import('./jose-tokens.js')>;
}

/**
 * The token port over `jose`, which works on WebCrypto in Node and in browsers alike. The library is loaded when it is first asked for: most
 * badges carry no token.
 */
export function joseTokens({ maxKeys = 100, load = () => import('./jose-tokens.js') }: JoseTokensOptions = {}): TokenPort {
  let loaded: Promise<JoseTokens> | undefined;
  const tokens = (): Promise<JoseTokens> => {
    loaded ??= load().then((library) => new library.JoseTokens(maxKeys));
    return loaded;
  };
  // A page that was offline may try again.
  const unless =
    <T>(missing: T) =>
    (): T => {
      loaded = undefined;
      return missing;
    };
  return {
    verifyCompact: async (token, alg, key) => (await tokens().catch(unless(null)))?.verifyCompact(token, alg, key) ?? null,
    readPem: async (pem) => (await tokens().catch(unless(undefined)))?.readPem(pem),
    thumbprint: async (key) => (await tokens()).thumbprint(key),
  };
}
