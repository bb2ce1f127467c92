import { webhookWithSecretSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representWebhook } from './represent-webhook.js';

export const postRotateSecret: Operation = operation(
  {
    method: 'post',
    path: '/v1/webhooks/{webhookId}/rotate-secret',
    operationId: 'rotateWebhookSecret',
    tags: ['Webhooks'],
    summary: 'Make a new secret',
    description:
      'For 24 hours deliveries carry a signature by each of the two, so that a receiver changes over without losing any. A secret of before these two signs no more. `secret` is shown in this answer and never again.',
    scope: 'webhooks:write',
    audit: 'webhook.secret-rotated',
    request: { params: z.object({ webhookId: uuid }) },
    responses: { 200: jsonAnswer('The webhook, with its new secret.', webhookWithSecretSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const made = await api.useCases.rotateWebhookSecret({ actor: c.var.actor, input: c.req.valid('param').webhookId });
    return made.ok ? done({ status: 200, body: { ...representWebhook(made.value), secret: made.value.secret } }) : made;
  },
);
