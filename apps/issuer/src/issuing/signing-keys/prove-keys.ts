import { encodeUtf8 } from '@proofmark/primitives';
import type { ServingKey } from '../../store/index.js';
import { crypto } from '../crypto.js';
import type { KeyLack, KeyStore, Store } from '../ports.js';

/** A key that cannot sign for its issuer: it is not here, does not open, or is not the key that is published. */
export interface UnusableKey extends Pick<ServingKey, 'issuerId' | 'id' | 'algorithm'> {
  readonly why: KeyLack | 'another';
}

const PAGE = 200;
const CONSTANT = encodeUtf8('proofmark: this key can sign');

/**
 * Signs a constant with every key that serves still, and verifies it by the published half. Answers those that fail, page by page, so that others have
 * their turn between. For the start of a process.
 */
export async function* proveKeys(deps: {
  readonly store: Pick<Store, 'signingKeys'>;
  readonly keys: KeyStore;
}): AsyncGenerator<readonly UnusableKey[]> {
  const { signingKeys } = deps.store;
  for (
    let page = await signingKeys.listServing(null, PAGE);
    page.length > 0;
    page = await signingKeys.listServing(page.at(-1) ?? null, PAGE)
  ) {
    const failed: UnusableKey[] = [];
    for (const key of page) {
      const why = await prove(deps, key);
      if (why !== null) failed.push({ issuerId: key.issuerId, id: key.id, algorithm: key.algorithm, why });
    }
    yield failed;
  }
}

async function prove({ store, keys }: Parameters<typeof proveKeys>[0], { sealed, ...key }: ServingKey): Promise<UnusableKey['why'] | null> {
  if (key.keptIn !== keys.name) return 'lost';
  // Its row has been read with it.
  const signer = await keys.signer(key, { ...store.signingKeys, findSealed: async () => sealed });
  if (typeof signer === 'string') return signer;
  const { algorithm, publicJwk: jwk } = key;
  const signature = await signer.sign(CONSTANT);
  return signer.algorithm === algorithm && crypto.verify({ algorithm, jwk }, CONSTANT, signature) ? null : 'another';
}
