import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type NewApiKey, storeApiKey } from './create-api-key.js';
import { recordAct } from './record-act.js';

/** Takes the text of a new key. */
export type Delivery = (text: string) => Promise<void>;

/**
 * Makes an admin key for the operator, who needs no API key for it; the key has no parent. With `replaces`, in the same transaction, that admin
 * key alone is withdrawn, and its children become children of the new key, so that they stay valid.
 * @param deliver puts the key where it is to be kept; when it throws, no key is made
 */
export async function createOperatorKey(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { replaces, deliver }: { readonly replaces: string | null; readonly deliver: Delivery | undefined },
): Promise<Result<NewApiKey>> {
  return deps.store.transaction(async (tx) => {
    if (replaces !== null && (await tx.apiKeys.find(null, replaces)) === null)
      return refused('not-found', 'There is no such admin key; GET /v1/api-keys lists the ids of those that there are.');
    const fields = {
      issuerId: null,
      name: 'admin key made at the machine',
      scopes: ['admin'],
      createdBy: null,
      personId: null,
      expiresAt: null,
    } as const;
    const made = await storeApiKey(deps, tx, 'operator', fields, 'admin');
    if (replaces !== null && (await tx.apiKeys.replace(replaces, made.record.id, deps.clock.now()))) {
      const details = { replacedBy: made.record.id };
      await recordAct(deps, tx, 'operator', { action: 'api-key.revoked', issuerId: null, objectId: replaces, details });
    }
    await deliver?.(made.text);
    return done(made);
  });
}
