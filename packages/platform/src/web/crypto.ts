import type { Algorithm, CryptoPort, PublicKey } from '@proofmark/proofs';
import { Lru } from '../shared/lru.js';
import { usableKey } from '../shared/public-key.js';

/** The parameters to import a key and to check a signature. */
const ALGORITHMS: Readonly<Record<Algorithm, { readonly name: string; readonly namedCurve?: string; readonly hash?: string }>> = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
};

type Imported = CryptoKey | 'malformed' | 'unsupported';

/**
 * Hashing and signature checks on WebCrypto. A browser that does not know an algorithm (Ed25519 before Chrome 137, Firefox 129,
 * Safari 17) answers `null`, never false. MD5, which WebCrypto lacks, is that of @noble/hashes.
 */
export function webCrypto(subtle: SubtleCrypto, options: { readonly maxKeys?: number } = {}): CryptoPort {
  const keys = new Lru<Promise<Imported>>(options.maxKeys ?? 100);
  return {
    async digest(algorithm, data) {
      // Only the identity hashes of old badges use MD5.
      if (algorithm === 'MD5') return (await import('@proofmark/primitives/legacy-hashes')).md5(data);
      return new Uint8Array(await subtle.digest(algorithm, data as BufferSource));
    },
    async verify(key, data, signature) {
      const imported = await importKey(subtle, keys, key);
      if (imported === 'malformed') return false;
      if (imported === 'unsupported') return null;
      try {
        return await subtle.verify(ALGORITHMS[key.algorithm], imported, signature as BufferSource, data as BufferSource);
      } catch (error) {
        return isUnsupported(error) ? null : false;
      }
    },
  };
}

function importKey(subtle: SubtleCrypto, keys: Lru<Promise<Imported>>, key: PublicKey): Promise<Imported> | Imported {
  const usable = usableKey(key);
  if (usable === null) return 'malformed';
  const known = keys.get(usable.content);
  if (known !== undefined) return known;
  const imported = subtle
    .importKey('jwk', { ...usable.jwk }, ALGORITHMS[key.algorithm], false, ['verify'])
    .catch((error: unknown): Imported => (isUnsupported(error) ? 'unsupported' : 'malformed'));
  keys.set(usable.content, imported);
  return imported;
}

function isUnsupported(error: unknown): boolean {
  return (error as { name?: unknown }).name === 'NotSupportedError';
}
