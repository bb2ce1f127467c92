// A store of real keys in memory, as the issuer asks for one, which counts its signatures.
import { randomUUID } from 'node:crypto';
import { nodeSigner } from '@proofmark/platform/node';
import { describeKey, makePrivateKey } from '../../apps/issuer/dist/keys/make-key.js';

export function memoryKeys() {
  const signers = new Map();
  let count = 0;
  const store = {
    name: 'database',
    async create(_, algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const key = await describeKey(algorithm, privateKey);
      const signer = nodeSigner(privateKey);
      const sign = (data) => {
        count += 1;
        return signer.sign(data);
      };
      signers.set(key.id, { ...signer, sign, privateKey: null });
      return { ...key, sealed: null };
    },
    signer: async ({ id }) => signers.get(id) ?? 'lost',
    keep: async () => undefined,
    destroy: async ({ id }) => void signers.delete(id),
    async *held() {
      yield [];
    },
  };
  return { store, signatures: () => count };
}

/** Marks of places that last as long as this process. */
export function memoryMarks() {
  const marks = new Map();
  return {
    owner: randomUUID(),
    read: (issuerId) => marks.get(issuerId) ?? null,
    write: async (issuerId, mark) => void marks.set(issuerId, mark),
    confirm: () => undefined,
    forget: async (issuerId) => void marks.delete(issuerId),
  };
}
