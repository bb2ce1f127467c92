import { nodeSigner } from '@proofmark/platform/node';
import type { HeldKey, KeptSigner, KeyStore } from '../issuing/ports.js';
import { describeKey, makePrivateKey } from './make-key.js';

/** A store that keeps keys itself and never gives them away, as a KMS does. They are real, and last as long as the test. */
export function memoryKeyStore(): KeyStore {
  const signers = new Map<string, KeptSigner>();
  const held = new Map<string, HeldKey>();
  return {
    name: 'database',
    async create(issuerId, algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const key = await describeKey(algorithm, privateKey);
      signers.set(key.id, { ...nodeSigner(privateKey), privateKey: null });
      held.set(key.id, { issuerId, id: key.id, newSince: new Date() });
      return { ...key, sealed: null };
    },
    signer: async ({ id }) => signers.get(id) ?? 'lost',
    async keep({ id }) {
      const key = held.get(id);
      if (key !== undefined) held.set(id, { ...key, newSince: null });
    },
    async destroy({ id }) {
      signers.delete(id);
      held.delete(id);
    },
    async *held() {
      yield [...held.values()];
    },
  };
}
