import type { TokenPort } from '@proofmark/proofs';
import type { JoseTokens } from './jose-tokens.js';

/**
 * The token port over `jose`, which works on WebCrypto in Node and in browsers alike. The library is loaded when it is first asked for: most
 * badges carry no token.
 *
 * @param options.maxKeys how many public keys to keep ready; 100 by default
 * @param options.load for a host that has the library elsewhere
 */
export function joseTokens(
  options: { readonly maxKeys?: number; readonly load?: () => Promise<typeof import('./jose-tokens.js')> } = {},
): TokenPort {
  const load = options.load ?? (() => import('./jose-tokens.js'));
  let loaded: Promise<JoseTokens | null> | undefined;
  const tokens = (): Promise<JoseTokens | null> => {
    loaded ??= load().then(
      ({ JoseTokens }) => new JoseTokens(options.maxKeys ?? 100),
      () => {
        // A page that was offline may ask again.
        loaded = undefined;
        return null;
      },
    );
    return loaded;
  };
  return {
    verifyCompact: async (token, alg, key) => (await tokens())?.verifyCompact(token, alg, key) ?? null,
    readPem: async (pem) => (await tokens())?.readPem(pem),
    thumbprint: async (key) => {
      const library = await tokens();
      if (library === null) throw new Error('the token library could not be loaded');
      return library.thumbprint(key);
    },
  };
}
