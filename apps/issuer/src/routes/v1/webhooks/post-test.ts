import { webhookDeliverySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representDelivery } from './represent-webhook.js';

export const postWebhookTest: Operation = operation(
  {
    method: 'post',
    path: '/v1/webhooks/{webhookId}/test',
    operationId: 'testWebhook',
    tags: ['Webhooks'],
    summary: 'Send a test',
    description:
      'An event of the type `webhook.test`, at once and once, also to a webhook that is disabled. The answer says what became of it.',
    scope: 'webhooks:write',
    audit: { none: 'It changes nothing; the delivery can be looked at.' },
    request: { params: z.object({ webhookId: uuid }) },
    responses: { 200: jsonAnswer('What became of it.', webhookDeliverySchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const sent = await api.useCases.testWebhook({ actor: c.var.actor, input: c.req.valid('param').webhookId });
    return sent.ok ? done({ status: 200, body: representDelivery(sent.value) }) : sent;
  },
);
