import type { Webhook, WebhookDelivery } from '@proofmark/schemas/api';
import type { WebhookWithKeys } from '../../../issuing/webhooks/load-webhook.js';
import type { DeliveryRecord } from '../../../store/index.js';

export function representWebhook({ webhook, secrets }: WebhookWithKeys): Webhook {
  const { id, issuerId, url, description, eventTypes, disabledAt, disabledReason, failingSince, lastDeliveredAt } = webhook;
  return {
    id,
    issuerId,
    url,
    description,
    eventTypes: eventTypes.length === 0 ? null : eventTypes,
    disabled: disabledAt === null || disabledReason === null ? null : { reason: disabledReason, since: disabledAt.toISOString() },
    failingSince: failingSince?.toISOString() ?? null,
    lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
    keys: secrets.map(({ publicKey, endsAt }) => ({ publicKey, endsAt: endsAt?.toISOString() ?? null })),
    createdAt: webhook.createdAt.toISOString(),
    updatedAt: webhook.updatedAt.toISOString(),
  };
}

export function representDelivery(delivery: DeliveryRecord): WebhookDelivery {
  const { eventId, webhookId, type, state, attempts, nextAt, attemptedAt, status, failure, durationMs, excerpt, createdAt } = delivery;
  return {
    id: eventId,
    webhookId,
    type,
    state,
    attempts,
    nextAttemptAt: state === 'waiting' ? nextAt.toISOString() : null,
    attemptedAt: attemptedAt?.toISOString() ?? null,
    status,
    failure,
    durationMs,
    excerpt,
    createdAt: createdAt.toISOString(),
  };
}
