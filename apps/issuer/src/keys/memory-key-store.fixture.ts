import { nodeSigner } from '@proofmark/platform/node';
import type { Signer } from '@proofmark/proofs';
import type { KeyStore } from '../issuing/ports.js';
import { describeKey, makePrivateKey } from './make-key.js';

/** Real keys that last as long as the test. */
export function memoryKeyStore(): KeyStore {
  const signers = new Map<string, Signer>();
  return {
    async create(algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const key = await describeKey(algorithm, privateKey);
      signers.set(key.id, nodeSigner(privateKey));
      return key;
    },
    signer: async (id) => signers.get(id) ?? null,
  };
}
