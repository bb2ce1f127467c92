import type { Request } from '../access/actor.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { loadWebhook, type WebhookWithKeys, withKeys } from './load-webhook.js';

/** One webhook. */
export async function getWebhook(
  deps: { readonly store: Pick<Store, 'webhooks'>; readonly clock: Clock },
  { actor, input }: Request<string>,
): Promise<Result<WebhookWithKeys>> {
  const { webhooks } = deps.store;
  const found = await loadWebhook(webhooks, actor, input);
  return found.ok ? done(await withKeys(deps, webhooks, found.value)) : found;
}
