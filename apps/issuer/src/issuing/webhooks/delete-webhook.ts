import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import { keyOf, loadWebhook } from './load-webhook.js';

/** Deletes a webhook with its secrets and deliveries. What is being sent just now is broken off. */
export async function deleteWebhook(
  deps: IdSource & { readonly store: Pick<Store, 'webhooks' | 'transaction'> },
  { actor, input }: Request<string>,
): Promise<Result<null>> {
  const found = await loadWebhook(deps.store.webhooks, actor, input);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return deps.store.transaction(async (tx) => {
    if ((await tx.webhooks.lock(key)) === null) return notFound('webhook');
    await tx.webhooks.remove(key, deps.clock.now());
    await recordAct(deps, tx, actor, { action: 'webhook.deleted', issuerId: key.issuerId, objectId: key.webhookId });
    return done(null);
  });
}
