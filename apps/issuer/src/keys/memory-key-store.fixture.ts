import { nodeSigner } from '@proofmark/platform/node';
import type { Signer } from '@proofmark/proofs';
import type { KeyStore } from '../issuing/ports.js';
import { describeKey, makePrivateKey } from './make-key.js';

/** Real keys that last as long as the test. */
export function memoryKeyStore(): KeyStore {
  const signers = new Map<string, Signer>();
  const fresh = new Map<string, Date>();
  return {
    async create(algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const key = await describeKey(algorithm, privateKey);
      signers.set(key.id, nodeSigner(privateKey));
      fresh.set(key.id, new Date());
      return key;
    },
    signer: async (id) => signers.get(id) ?? null,
    keep: async (id) => void fresh.delete(id),
    async destroy(id) {
      signers.delete(id);
      fresh.delete(id);
    },
    held: async () => [...signers.keys()].map((id) => ({ id, newSince: fresh.get(id) ?? null })),
  };
}
