import type { WebhookStop } from '@proofmark/schemas/api';
import type { WebhookRecord } from '../../store/index.js';
import { recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { versionAfter } from '../version-after.js';
import { keyOf } from './load-webhook.js';

/** Sends a webhook nothing more until it is enabled again, and tells so: in the audit log, and to the issuer's other webhooks and readers of events. */
export async function disableWebhook(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { issuerId, id }: Pick<WebhookRecord, 'issuerId' | 'id'>,
  reason: Exclude<WebhookStop, 'paused'>,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const webhook = await tx.webhooks.lock(keyOf({ issuerId, id }));
    if (webhook === null || webhook.disabledAt !== null) return;
    const now = deps.clock.now();
    await tx.webhooks.update({ ...webhook, disabledAt: now, disabledReason: reason, updatedAt: versionAfter(webhook.updatedAt, now) });
    await appendEvent(deps, tx, 'webhook.disabled', { issuerId, credentialId: null }, { webhookId: id, reason });
    await recordAct(deps, tx, 'service', { action: 'webhook.disabled', issuerId, objectId: id, details: { reason } });
  });
}
