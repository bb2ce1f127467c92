import type { DeliveryRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, invalid, notFound, type Result, refused } from '../result.js';
import { keyOf, loadWebhook, type WebhookWithKeys, withKeys } from './load-webhook.js';

export interface Replaying extends IdSource {
  readonly store: Pick<Store, 'webhooks' | 'deliveries' | 'transaction'>;
}

/** Sends one event to a webhook again, whatever became of it before. Deliveries of the same badge keep their order as far as they wait. */
export async function replayDelivery(
  deps: Replaying,
  { actor, input }: Request<{ readonly webhookId: string; readonly deliveryId: string }>,
): Promise<Result<DeliveryRecord>> {
  const found = await loadWebhook(deps.store.webhooks, actor, input.webhookId);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return deps.store.transaction(async (tx) => {
    const delivery = await tx.deliveries.find(key, input.deliveryId);
    if (delivery === null) return notFound('delivery');
    if (delivery.type === 'webhook.test')
      return refused('conflict', 'A test is not sent again: send another with POST /v1/webhooks/{webhookId}/test.');
    await tx.deliveries.replay(key, input.deliveryId, deps.clock.now());
    const details = { eventId: input.deliveryId };
    await recordAct(deps, tx, actor, { action: 'webhook.replayed', issuerId: key.issuerId, objectId: key.webhookId, details });
    return done((await tx.deliveries.find(key, input.deliveryId)) ?? delivery);
  });
}

/** Sends every event from a time on again, in their order, and then what follows. */
export async function replayWebhook(
  deps: Replaying,
  { actor, input }: Request<{ readonly webhookId: string; readonly since: string }>,
): Promise<Result<WebhookWithKeys>> {
  const since = new Date(input.since);
  if (since > deps.clock.now())
    return invalid('/since', 'out-of-range', 'is in the future: give the time of the first event to send again');
  const found = await loadWebhook(deps.store.webhooks, actor, input.webhookId);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return deps.store.transaction(async (tx) => {
    const webhook = await tx.webhooks.lock(key);
    if (webhook === null) return notFound('webhook');
    await tx.webhooks.rewind(key, since);
    const details = { since: since.toISOString() };
    await recordAct(deps, tx, actor, { action: 'webhook.replayed', issuerId: key.issuerId, objectId: key.webhookId, details });
    return done(await withKeys(deps, tx.webhooks, webhook));
  });
}
