import type { WebhookKey } from '../../store/index.js';
import type { Clock, Store } from '../ports.js';

export interface DueWebhooks {
  readonly store: Pick<Store, 'serving' | 'transaction'>;
  readonly clock: Clock;
}

/**
 * Webhooks of whichever issuer that have something to do, those first that waited longest. After the clock was set back, what was put off until a
 * time of before is due, and leases of before have ended.
 */
export async function dueWebhooks({ store, clock }: DueWebhooks, limit: number): Promise<readonly WebhookKey[]> {
  const now = clock.now();
  for (const webhook of await store.serving.servedAhead(now, limit)) {
    await store.transaction((tx) => tx.serving.bringBack(webhook, now));
  }
  return store.serving.due(now, limit);
}
