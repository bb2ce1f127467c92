import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { CreateWebhook } from '@proofmark/schemas/api';
import { loopbackServer } from '@proofmark/testkit';
import { good, type Issuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';
import type { WebhookMade } from './create-webhook.js';

/** One message as it came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly id: string;
  readonly type: string;
  readonly credentialId: string | undefined;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** How it answers from now on: a status, or by hand. */
  answer: number | ((message: Received, response: ServerResponse) => void);
  /** Resolves when so many messages have come. */
  got(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real receiver of webhooks on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = await loopbackServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { id, type, data } = JSON.parse(body) as { id: string; type: string; data: { credentialId?: string } };
    const message = { headers: request.headers, body, id, type, credentialId: data.credentialId };
    received.push(message);
    if (typeof receiver.answer === 'number') response.writeHead(receiver.answer).end('seen');
    else receiver.answer(message, response);
    for (const one of waiting.filter(({ count }) => received.length >= count)) one.resolve();
    waiting = waiting.filter(({ count }) => received.length < count);
  });
  const receiver: Receiver = {
    url: `${server.origin}/hooks`,
    received,
    answer: 204,
    got: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve: () => resolve() })),
    close: server.close,
  };
  return receiver;
}

/** Makes a webhook of a tenant. */
export async function hookOf({ useCases }: Pick<Issuing, 'useCases'>, tenant: Tenant, input: CreateWebhook): Promise<WebhookMade> {
  return good(await useCases.createWebhook({ actor: tenant.actor, input }));
}

/** Issues badges of a tenant, one after the other; answers their ids. */
export async function issueBadges(
  { useCases }: Pick<Issuing, 'useCases'>,
  { actor, achievement }: Tenant,
  count: number,
): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = { recipient: { email: `${n}@example.org` } };
    const input = { achievementId: achievement.id, body, idempotencyKey: null };
    made.push(good(await useCases.issueCredential({ actor, input })).credential.id);
  }
  return made;
}

/** Gives a webhook turns until something holds. Transactions of other tests may hold events back for a moment. */
export async function serveUntil(useCases: UseCases, { webhook }: WebhookMade, holds: () => boolean | Promise<boolean>): Promise<void> {
  const key = { issuerId: webhook.issuerId, webhookId: webhook.id };
  for (let turns = 0; !(await holds()); turns += 1) {
    if (turns > 2000) throw new Error('it never held');
    await useCases.serveWebhook(key, new AbortController().signal);
  }
}
