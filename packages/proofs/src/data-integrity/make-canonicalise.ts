import type { MaybePromise } from '@proofmark/primitives';
import { canonicaliseCompiled } from '../compiled/canonicalise-compiled.js';
import type { CryptoPort } from '../ports.js';
import type { Canonicalisation, Canonicalise } from './canonicalise.js';
import { hashOf } from './hash-of.js';

/**
 * The fast path with the full one behind it: documents that compiled contexts cover are canonicalised at once, all others by the JSON-LD
 * processor, which is loaded when the first of them comes. Both give the same bytes.
 *
 * @param crypto its `hashText`, if the host has one; else SHA-256 of primitives, and SHA-384 is left to the full path
 * @param full the full path, for a caller with contexts of its own or its own way to load it
 */
export function makeCanonicalise(crypto: Pick<CryptoPort, 'hashText'>, full: Canonicalise = canonicaliseFully): Canonicalise {
  const hashes = { 'SHA-256': hashOf(crypto, 'SHA-256'), 'SHA-384': hashOf(crypto, 'SHA-384') };
  return (document, hash): MaybePromise<Canonicalisation> => {
    const hashed = hashes[hash];
    const nquads = hashed === null ? null : canonicaliseCompiled(document, hashed);
    return nquads === null ? full(document, hash) : { ok: true, nquads };
  };
}

/** The JSON-LD processor, loaded when it is first asked. */
export const canonicaliseFully: Canonicalise = async (document, hash) => {
  const processor = await import('../jsonld.js').catch(() => null);
  // A page whose server has gone cannot have it.
  return processor === null ? { ok: false, code: 'unsupported-by-host' } : processor.canonicalise(document, hash);
};
