import type { PageRequest } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { type WebhookWithKeys, withKeys } from './load-webhook.js';

/** The webhooks of one issuer, disabled ones included. An admin key names the issuer. */
export async function listWebhooks(
  deps: { readonly store: Pick<Store, 'webhooks'>; readonly clock: Clock },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly WebhookWithKeys[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const { webhooks } = deps.store;
  const page = issuer.value === null ? [] : await webhooks.list(issuer.value, input.page);
  return done(await Promise.all(page.map((webhook) => withKeys(deps, webhooks, webhook))));
}
