import { createWebhookSchema, webhookWithSecretSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representWebhook } from './represent-webhook.js';

export const postWebhook: Operation = operation(
  {
    method: 'post',
    path: '/v1/webhooks',
    operationId: 'createWebhook',
    tags: ['Webhooks'],
    summary: 'Have events sent to an address',
    description:
      'As Standard Webhooks: each event is a POST, signed, sent at least once, and of each badge in the order in which it happened. `secret` is shown in this answer and never again. It is sent what happens from now on. An issuer can have 20.',
    scope: 'webhooks:write',
    audit: 'webhook.created',
    request: { body: jsonBody(createWebhookSchema) },
    responses: { 201: jsonAnswer('The webhook, with its secret.', webhookWithSecretSchema, { Location: 'Its address in this API.' }) },
    problems: ['conflict'],
  },
  async (api, c) => {
    const made = await api.useCases.createWebhook({ actor: c.var.actor, input: c.req.valid('json') });
    if (!made.ok) return made;
    const body = { ...representWebhook(made.value), secret: made.value.secret };
    return done({ status: 201, body, headers: { location: `${api.baseUrl}/v1/webhooks/${body.id}` } });
  },
);
