import type { WebhookKey } from '../../store/index.js';
import type { Clock, Store } from '../ports.js';

/** How long deliveries can be looked at after their event, in days. */
export const DELIVERY_DAYS = 30;

const DAY = 86_400_000;
const WEBHOOKS = 100;
const BATCH = 1000;

/** Removes what ended long ago, and deleted webhooks with all of theirs, in batches. As a job it may run twice. */
export async function pruneDeliveries(
  { store, clock }: { readonly store: Pick<Store, 'deliveries'>; readonly clock: Clock },
  signal?: AbortSignal,
): Promise<void> {
  const before = new Date(clock.now().getTime() - DELIVERY_DAYS * DAY);
  const pruneAll = async (key: WebhookKey, until: Date | null): Promise<void> => {
    for (let gone = BATCH; gone === BATCH && signal?.aborted !== true; ) gone = await store.deliveries.prune(key, until, BATCH);
  };
  for (const key of await store.deliveries.withOldDeliveries(before, WEBHOOKS)) await pruneAll(key, before);
  for (const key of await store.deliveries.deletedWebhooks(WEBHOOKS)) {
    await pruneAll(key, null);
    if (signal?.aborted !== true) await store.deliveries.removeDeleted(key);
  }
}
