import type { DeliveryRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { newId } from '../identifiers.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { attempt } from './attempt.js';
import { keyOf, loadWebhook } from './load-webhook.js';
import type { WebhookSender } from './ports.js';
import { openSecrets } from './secrets.js';

export interface WebhookTesting extends IdSource {
  readonly store: Pick<Store, 'webhooks' | 'deliveries'>;
  readonly sealer: Sealer;
  readonly sender: WebhookSender;
}

/** Sends a test at once, also to a webhook that is disabled, and answers what became of it. It is tried once. */
export async function testWebhook(deps: WebhookTesting, { actor, input }: Request<string>): Promise<Result<DeliveryRecord>> {
  const { webhooks, deliveries } = deps.store;
  const found = await loadWebhook(webhooks, actor, input);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  const at = deps.clock.now();
  const secrets = openSecrets(deps.sealer, await webhooks.secrets(key, at));
  if (secrets.length === 0)
    return refused('conflict', 'The secret of this webhook is lost: make a new one first, POST /v1/webhooks/{webhookId}/rotate-secret.');
  const id = newId(deps);
  const body = JSON.stringify({ id, type: 'webhook.test', timestamp: at.toISOString(), data: key });
  const { retryAfter: _, ...outcome } = await attempt(deps, found.value.url, secrets, { id, body }, new AbortController().signal);
  const delivery: DeliveryRecord = {
    ...key,
    eventId: id,
    type: 'webhook.test',
    subject: key.webhookId,
    state: outcome.failure === null ? 'delivered' : 'failed',
    attempts: 1,
    nextAt: at,
    ...outcome,
    createdAt: at,
  };
  await deliveries.insert(delivery);
  return done(delivery);
}
