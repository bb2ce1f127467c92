import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import type { WebhookMade } from './create-webhook.js';
import { keyOf, loadWebhook, withKeys } from './load-webhook.js';
import { makeSecret } from './secrets.js';

/** How long the secret of before signs beside the new one. */
const OVERLAP = 24 * 3_600_000;

/** Makes a new secret. For a day deliveries are signed with the old one too, so that a receiver can change over without losing any. */
export async function rotateWebhookSecret(
  deps: IdSource & { readonly store: Pick<Store, 'webhooks' | 'transaction'>; readonly sealer: Sealer },
  { actor, input }: Request<string>,
): Promise<Result<WebhookMade>> {
  const found = await loadWebhook(deps.store.webhooks, actor, input);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return deps.store.transaction(async (tx) => {
    const webhook = await tx.webhooks.lock(key);
    if (webhook === null) return notFound('webhook');
    await tx.webhooks.retireSecrets(key, new Date(deps.clock.now().getTime() + OVERLAP));
    const { record, secret } = makeSecret(deps, key);
    await tx.webhooks.insertSecret(record);
    await recordAct(deps, tx, actor, { action: 'webhook.secret-rotated', issuerId: key.issuerId, objectId: key.webhookId });
    return done({ ...(await withKeys(deps, tx.webhooks, webhook)), secret });
  });
}
