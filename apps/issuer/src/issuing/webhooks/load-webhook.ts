import type { WebhookKey, WebhookRecord, WebhookSecretRecord } from '../../store/index.js';
import { type Actor, tenantFor } from '../access/actor.js';
import type { Clock, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** A webhook with the secrets that sign for it now, the present one first. */
export interface WebhookWithKeys {
  readonly id: string;
  readonly webhook: WebhookRecord;
  readonly secrets: readonly WebhookSecretRecord[];
}

type Webhooks = Pick<Store['webhooks'], 'tenantOf' | 'find'>;

/** The webhook that an actor names; `not-found` for one that does not exist or belongs to another issuer. */
export async function loadWebhook(webhooks: Webhooks, actor: Actor, id: string): Promise<Result<WebhookRecord>> {
  const issuerId = await tenantFor(actor, id, webhooks.tenantOf);
  const found = issuerId === null ? null : await webhooks.find({ issuerId, webhookId: id });
  return found === null ? notFound('webhook') : done(found);
}

export function keyOf({ issuerId, id }: Pick<WebhookRecord, 'issuerId' | 'id'>): WebhookKey {
  return { issuerId, webhookId: id };
}

/** With what signs for it, as an answer shows it. */
export async function withKeys(
  { clock }: { readonly clock: Clock },
  webhooks: Pick<Store['webhooks'], 'secrets'>,
  webhook: WebhookRecord,
): Promise<WebhookWithKeys> {
  return { id: webhook.id, webhook, secrets: await webhooks.secrets(keyOf(webhook), clock.now()) };
}
