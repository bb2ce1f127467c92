import { nodeSigner } from '@proofmark/hosts/node';
import type { Signer } from '@proofmark/proofs';
import type { KeyStore, StoredKey } from './key-store.js';
import { makeKey } from './make-key.js';
import { describeKey } from './public-jwk.js';

/** Real keys that last as long as the test. */
export function memoryKeyStore(): KeyStore {
  const keys = new Map<string, { key: StoredKey; signer: Signer }>();
  return {
    async create(algorithm) {
      const { privateKey, publicKey } = await makeKey(algorithm);
      const key = describeKey(algorithm, publicKey);
      keys.set(key.id, { key, signer: nodeSigner(privateKey) });
      return key;
    },
    signer: async (id) => keys.get(id)?.signer ?? null,
    list: async () => [...keys.values()].map(({ key }) => key).sort((a, b) => (a.id < b.id ? -1 : 1)),
    async close() {
      keys.clear();
    },
  };
}
