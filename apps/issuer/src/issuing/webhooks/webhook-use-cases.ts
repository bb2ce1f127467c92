import { type Bound, bind } from '../bind.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import type { Attempt } from './attempt.js';
import { createWebhook } from './create-webhook.js';
import { deleteWebhook } from './delete-webhook.js';
import { dueWebhooks } from './due-webhooks.js';
import { getWebhook } from './get-webhook.js';
import { listDeliveries } from './list-deliveries.js';
import { listWebhooks } from './list-webhooks.js';
import type { WebhookSender } from './ports.js';
import { pruneDeliveries } from './prune-deliveries.js';
import { replayDelivery, replayWebhook } from './replay.js';
import { rotateWebhookSecret } from './rotate-secret.js';
import { serveWebhook } from './serve-webhook.js';
import { testWebhook } from './test-webhook.js';
import { updateWebhook } from './update-webhook.js';

/** What webhooks depend on beside the store. */
export interface WebhookFoundation extends IdSource {
  /** Seals the secrets of webhooks. */
  readonly sealer: Sealer;
  readonly webhookSender: WebhookSender;
  /** Hears of every attempt to deliver an event. */
  readonly onWebhookAttempt?: (attempt: Attempt) => void;
}

/** The use cases of webhooks. */
export interface WebhookUseCases {
  readonly createWebhook: Bound<typeof createWebhook>;
  readonly listWebhooks: Bound<typeof listWebhooks>;
  readonly getWebhook: Bound<typeof getWebhook>;
  readonly updateWebhook: Bound<typeof updateWebhook>;
  readonly deleteWebhook: Bound<typeof deleteWebhook>;
  readonly rotateWebhookSecret: Bound<typeof rotateWebhookSecret>;
  readonly testWebhook: Bound<typeof testWebhook>;
  readonly listDeliveries: Bound<typeof listDeliveries>;
  readonly replayDelivery: Bound<typeof replayDelivery>;
  readonly replayWebhook: Bound<typeof replayWebhook>;
  readonly dueWebhooks: Bound<typeof dueWebhooks>;
  readonly serveWebhook: Bound<typeof serveWebhook>;
  readonly pruneDeliveries: Bound<typeof pruneDeliveries>;
}

export function webhookUseCases(foundation: WebhookFoundation, store: Store): WebhookUseCases {
  const { clock, random, sealer, webhookSender: sender, onWebhookAttempt: onAttempt } = foundation;
  const ids = { clock, random };
  const all = { store, ...ids, sealer, sender };
  return {
    createWebhook: bind(createWebhook, all),
    listWebhooks: bind(listWebhooks, { store, clock }),
    getWebhook: bind(getWebhook, { store, clock }),
    updateWebhook: bind(updateWebhook, all),
    deleteWebhook: bind(deleteWebhook, { store, ...ids }),
    rotateWebhookSecret: bind(rotateWebhookSecret, all),
    testWebhook: bind(testWebhook, all),
    listDeliveries: bind(listDeliveries, { store }),
    replayDelivery: bind(replayDelivery, { store, ...ids }),
    replayWebhook: bind(replayWebhook, { store, ...ids }),
    dueWebhooks: bind(dueWebhooks, { store, clock }),
    serveWebhook: bind(serveWebhook, { ...all, ...(onAttempt === undefined ? {} : { onAttempt }) }),
    pruneDeliveries: bind(pruneDeliveries, { store, clock }),
  };
}
