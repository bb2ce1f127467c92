import type { SignCredential } from '../credentials/sign-credential.js';
import type { KeyStore, Store } from '../ports.js';

export interface KeyDiscarding {
  readonly store: Pick<Store, 'credentials'>;
  readonly keys: KeyStore;
  readonly sign: SignCredential;
}

/**
 * Destroys the private half of a retired key, after the badges that were committed with it are signed. When one of them cannot be signed, this
 * throws, the key stays, and the next start tries again.
 */
export async function discardKey(
  { store, keys, sign }: KeyDiscarding,
  { issuerId, id }: { readonly issuerId: string; readonly id: string },
): Promise<void> {
  for (const intent of await store.credentials.listUnsignedWith(issuerId, id)) {
    await sign(intent, null);
  }
  await keys.destroy({ issuerId, id });
}
