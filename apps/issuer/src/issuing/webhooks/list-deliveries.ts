import type { DeliveryState } from '@proofmark/schemas/api';
import type { DeliveryRecord, PageRequest } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { keyOf, loadWebhook } from './load-webhook.js';

/** A delivery, by the id of its event. */
export type ListedDelivery = DeliveryRecord & { readonly id: string };

export interface ListDeliveriesInput {
  readonly webhookId: string;
  readonly state: DeliveryState | null;
  readonly page: PageRequest;
}

/** The deliveries of a webhook, newest first. */
export async function listDeliveries(
  { store }: { readonly store: Pick<Store, 'webhooks' | 'deliveries'> },
  { actor, input }: Request<ListDeliveriesInput>,
): Promise<Result<readonly ListedDelivery[]>> {
  const found = await loadWebhook(store.webhooks, actor, input.webhookId);
  if (!found.ok) return found;
  const page = await store.deliveries.list(keyOf(found.value), input.state, input.page);
  return done(page.map((delivery) => ({ ...delivery, id: delivery.eventId })));
}
