import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { type Actor, isAdmin, type Request, tenantFor } from './actor.js';
import { recordAct } from './record-act.js';

export interface KeyRevocation extends IdSource {
  readonly store: Pick<Store, 'apiKeys' | 'transaction'>;
}

/**
 * Revokes an API key and all its descendants, immediately and permanently; a second call changes nothing. A key cannot revoke its ancestors, and
 * an admin key cannot revoke itself: its holder would lose access.
 */
export async function revokeApiKey(deps: KeyRevocation, { actor, input }: Request<string>): Promise<Result<null>> {
  const { apiKeys } = deps.store;
  const tenant = isAdmin(actor) ? await apiKeys.tenantOf(input) : ((await tenantFor(actor, input, apiKeys.tenantOf)) ?? undefined);
  const key = tenant === undefined ? null : await apiKeys.find(tenant, input);
  if (key === null) return notFound('API key');
  // So one admin key always remains.
  if (key.issuerId === null && key.id === actor.keyId) {
    return refused(
      'conflict',
      'An admin key cannot withdraw itself: make another one at the machine (`npm run -s admin-key`) and let that one do it.',
    );
  }
  if (key.id !== actor.keyId && (await apiKeys.line(actor.keyId)).includes(key.id)) {
    return refused('conflict', 'The API key that asks was made by this one and would fall with it: use a key that was not.');
  }
  return deps.store.transaction(async (tx) => {
    const revoked = await tx.apiKeys.revokeLine(key.id, deps.clock.now());
    await recordRevocation(deps, tx, actor, key, revoked);
    return done(null);
  });
}

type Tx = Parameters<typeof recordAct>[1];
type Key = { readonly id: string; readonly issuerId: string | null };

/** One entry in the log of each issuer that lost keys: of the key that was named, with the ids of those that fell with it. */
export async function recordRevocation(deps: IdSource, tx: Tx, actor: Actor, key: Key, revoked: readonly Key[]): Promise<void> {
  for (const issuerId of new Set(revoked.map((one) => one.issuerId))) {
    const fallen = revoked.filter((one) => one.issuerId === issuerId && one.id !== key.id).map(({ id }) => id);
    await recordAct(deps, tx, actor, { action: 'api-key.revoked', issuerId, objectId: key.id, details: { fallen } });
  }
}
