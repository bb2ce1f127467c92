import { webhookDeliverySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representDelivery } from './represent-webhook.js';

export const postDeliveryReplay: Operation = operation(
  {
    method: 'post',
    path: '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
    operationId: 'replayWebhookDelivery',
    tags: ['Webhooks'],
    summary: 'Send one event again',
    description: 'Whatever became of it before, with all its attempts before it.',
    scope: 'webhooks:write',
    audit: 'webhook.replayed',
    request: { params: z.object({ webhookId: uuid, deliveryId: uuid }) },
    responses: { 200: jsonAnswer('The delivery, which waits.', webhookDeliverySchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const again = await api.useCases.replayDelivery({ actor: c.var.actor, input: c.req.valid('param') });
    return again.ok ? done({ status: 200, body: representDelivery(again.value) }) : again;
  },
);
