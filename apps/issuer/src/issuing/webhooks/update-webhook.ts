import type { UpdateWebhook } from '@proofmark/schemas/api';
import type { WebhookRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { membersOf, recordAct } from '../access/record-act.js';
import { done, notFound, type Result } from '../result.js';
import { versionAfter } from '../version-after.js';
import { refuseTarget, type WebhookMaking } from './create-webhook.js';
import { keyOf, loadWebhook, type WebhookWithKeys, withKeys } from './load-webhook.js';

/** Changes a webhook. One that is enabled again goes on where it stopped: nothing that happened between is left out. */
export async function updateWebhook(
  deps: WebhookMaking,
  { actor, input }: Request<{ readonly webhookId: string; readonly changes: UpdateWebhook }>,
): Promise<Result<WebhookWithKeys>> {
  const { url, description, eventTypes, enabled } = input.changes;
  const fault = url === undefined ? null : refuseTarget(deps.sender, url);
  if (fault !== null) return fault;
  const found = await loadWebhook(deps.store.webhooks, actor, input.webhookId);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return deps.store.transaction(async (tx) => {
    const old = await tx.webhooks.lock(key);
    if (old === null) return notFound('webhook');
    const now = deps.clock.now();
    const changed: WebhookRecord = {
      ...old,
      ...stopOf(old, enabled, now),
      url: url ?? old.url,
      description: description === undefined ? old.description : description,
      eventTypes: eventTypes === undefined ? old.eventTypes : (eventTypes ?? []),
      updatedAt: versionAfter(old.updatedAt, now),
    };
    await tx.webhooks.update(changed);
    if (enabled === true || (url !== undefined && url !== old.url)) await tx.webhooks.wake(key, now);
    const details = { changed: membersOf(input.changes) };
    await recordAct(deps, tx, actor, { action: 'webhook.updated', issuerId: key.issuerId, objectId: key.webhookId, details });
    return done(await withKeys(deps, tx.webhooks, (await tx.webhooks.find(key)) ?? changed));
  });
}

function stopOf(old: WebhookRecord, enabled: boolean | undefined, now: Date): Pick<WebhookRecord, 'disabledAt' | 'disabledReason'> {
  if (enabled === true) return { disabledAt: null, disabledReason: null };
  if (enabled === false && old.disabledAt === null) return { disabledAt: now, disabledReason: 'paused' };
  return { disabledAt: old.disabledAt, disabledReason: old.disabledReason };
}
