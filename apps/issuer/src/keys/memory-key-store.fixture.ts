import { randomBytes } from 'node:crypto';
import { nodeSigner } from '@proofmark/hosts/node';
import type { Signer } from '@proofmark/proofs';
import type { KeyStore } from '../issuing/ports.js';
import { KeyStoreError } from './key-store-error.js';
import { describeKey, makePrivateKey } from './make-key.js';

/** Real keys that last as long as the test. */
export function memoryKeyStore(): KeyStore {
  const signers = new Map<string, Signer>();
  const pepper = Uint8Array.from(randomBytes(32));
  return {
    async create(issuerId, algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const key = await describeKey(algorithm, privateKey);
      signers.set(`${issuerId} ${key.id}`, nodeSigner(privateKey));
      return key;
    },
    async signer(issuerId, id) {
      const signer = signers.get(`${issuerId} ${id}`);
      if (signer === undefined) throw new KeyStoreError('key-missing', `The signing key ${id} is not here.`);
      return signer;
    },
    pepper: async () => pepper,
  };
}
