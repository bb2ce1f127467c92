import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { md5 } from '@proofmark/primitives/legacy-hashes';
import type { Algorithm, CryptoPort, PublicKey } from '@proofmark/proofs';
import { Lru } from '../shared/lru.js';
import { usableKey } from '../shared/public-key.js';

const HASHES = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512', 'SHA-1': 'sha1' } as const;
const SIGNATURE_HASH: Readonly<Record<Algorithm, string | null>> = { Ed25519: null, ES256: 'sha256', ES384: 'sha384', RS256: 'sha256' };

/** A crypto port that answers at once; its methods never return a promise. */
export interface NodeCrypto extends CryptoPort {
  digest(algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1' | 'MD5', data: Uint8Array): Uint8Array;
  hashText(this: void, algorithm: 'SHA-256' | 'SHA-384', text: string): string;
  verify(key: PublicKey, data: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * Hashing and signature checks on node:crypto. To import a key costs more than to check a signature with it, so the last `maxKeys`
 * key objects are kept, by the key's content.
 *
 * @param options.maxKeys how many public keys to keep; 1000 by default
 */
export function nodeCrypto(options: { readonly maxKeys?: number } = {}): NodeCrypto {
  const keys = new Lru<KeyObject | 'malformed'>(options.maxKeys ?? 1000);
  return {
    digest(algorithm, data) {
      if (algorithm === 'MD5') return md5(data);
      const bytes = hash(HASHES[algorithm], data, 'buffer');
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    hashText: (algorithm, text) => hash(HASHES[algorithm], text),
    verify(key, data, signature) {
      const object = importKey(keys, key);
      if (object === 'malformed') return false;
      try {
        return verify(SIGNATURE_HASH[key.algorithm], data, { key: object, dsaEncoding: 'ieee-p1363' }, signature);
      } catch {
        return false;
      }
    },
  };
}

function importKey(keys: Lru<KeyObject | 'malformed'>, key: PublicKey): KeyObject | 'malformed' {
  const usable = usableKey(key);
  if (usable === null) return 'malformed';
  const known = keys.get(usable.content);
  if (known !== undefined) return known;
  let object: KeyObject | 'malformed';
  try {
    object = createPublicKey({ key: { ...usable.jwk }, format: 'jwk' });
  } catch {
    object = 'malformed';
  }
  keys.set(usable.content, object);
  return object;
}
