import type { IdSource, Store } from '../ports.js';
import { storeApiKey } from './create-api-key.js';
import type { Delivery } from './create-operator-key.js';

/**
 * Makes the first admin key, when there has never been one, and answers its text; null at every later start.
 * @param deliver puts the key where it is to be kept; when it throws, no key is made
 */
export async function ensureFirstAdminKey(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  deliver?: Delivery,
): Promise<string | null> {
  return deps.store.transaction(async (tx) => {
    if ((await tx.apiKeys.lockAdminKeys()).any) return null;
    const fields = {
      issuerId: null,
      name: 'first admin key',
      scopes: ['admin'],
      createdBy: null,
      personId: null,
      expiresAt: null,
    } as const;
    const { text } = await storeApiKey(deps, tx, 'service', fields, 'admin');
    await deliver?.(text);
    return text;
  });
}
