import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { SealedHalf, SigningKeyRecord } from '../store/index.js';
import { checksOf, type Keyring } from './keyring.js';
import { describeKey } from './make-key.js';
import { isSealed, open, seal } from './seal.js';

/** Whose key it is, and which. A sealed key opens under its own name alone, so that no row can be passed off as another's. */
export type NamedKey = Pick<SigningKeyRecord, 'issuerId' | 'id' | 'algorithm'>;

/** Seals a private key (PKCS #8) under the keyring's key, together with its name. */
export function sealPrivateKey(keyring: Keyring, name: NamedKey, privateKey: KeyObject): SealedHalf {
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  try {
    return { keyring: checksOf(keyring).keyCheck, sealed: seal(keyring.key, der, context(name)) };
  } finally {
    der.fill(0);
  }
}

/** The private key of that name, or null when it was sealed under another secret or name, or was changed. */
export async function openPrivateKey(keyring: Keyring, name: NamedKey, sealed: unknown): Promise<KeyObject | null> {
  const der = isSealed(sealed) ? open(keyring.key, sealed, context(name)) : null;
  if (der === null) return null;
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return (await describeKey(name.algorithm, privateKey)).id === name.id ? privateKey : null;
}

function context({ issuerId, id, algorithm }: NamedKey): string {
  return JSON.stringify(['proofmark sealed key 1', issuerId, id, algorithm]);
}
