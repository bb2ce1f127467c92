import type { CreateWebhook } from '@proofmark/schemas/api';
import type { WebhookRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfBody } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { newPublicId } from '../identifiers.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { done, invalid, type Refused, type Result, refused } from '../result.js';
import type { WebhookWithKeys } from './load-webhook.js';
import type { WebhookSender } from './ports.js';
import { makeSecret } from './secrets.js';

export interface WebhookMaking extends IdSource {
  readonly store: Pick<Store, 'issuers' | 'webhooks' | 'transaction'>;
  readonly sealer: Sealer;
  readonly sender: Pick<WebhookSender, 'accepts'>;
}

/** A webhook with its secret, which is shown this once. */
export interface WebhookMade extends WebhookWithKeys {
  readonly secret: string;
}

const MOST = 20;

/** Makes a webhook. It is sent what happens from now on. */
export async function createWebhook(deps: WebhookMaking, { actor, input }: Request<CreateWebhook>): Promise<Result<WebhookMade>> {
  const { url, description = null, eventTypes = [] } = input;
  const fault = refuseTarget(deps.sender, url);
  if (fault !== null) return fault;
  const found = await issuerOfBody(deps.store.issuers, actor, input.issuerId);
  if (!found.ok) return found;
  const issuer = found.value;
  return deps.store.transaction(async (tx) => {
    // Those who make one at the same time take turns, so that the number holds.
    await tx.issuers.lock(issuer.id);
    if ((await tx.webhooks.count(issuer.id)) >= MOST)
      return refused('conflict', `An issuer can have ${MOST} webhooks; delete one first: DELETE /v1/webhooks/{webhookId}.`);
    const now = deps.clock.now();
    const webhook: WebhookRecord = {
      issuerId: issuer.id,
      id: newPublicId(deps, issuer),
      url,
      description,
      eventTypes,
      createdAt: now,
      updatedAt: now,
      disabledAt: null,
      disabledReason: null,
      failingSince: null,
      lastDeliveredAt: null,
    };
    await tx.webhooks.insert(webhook);
    const { record, secret } = makeSecret(deps, { issuerId: issuer.id, webhookId: webhook.id });
    await tx.webhooks.insertSecret(record);
    await recordAct(deps, tx, actor, { action: 'webhook.created', issuerId: issuer.id, objectId: webhook.id });
    return done({ id: webhook.id, webhook, secrets: [record], secret });
  });
}

/** A refusal when events are never sent to such an address. */
export function refuseTarget(sender: Pick<WebhookSender, 'accepts'>, url: string): Refused | null {
  if (sender.accepts(url)) return null;
  return invalid(
    '/url',
    'not-allowed',
    'is not an address to which events are sent: give a public host, by https on port 443 or 8443, written without user name and without detours',
  );
}
