import { webhookSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representWebhook } from './represent-webhook.js';

export const getWebhookOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/webhooks/{webhookId}',
    operationId: 'getWebhook',
    tags: ['Webhooks'],
    summary: 'Read a webhook',
    description: 'How it fares, and whether it is disabled, and why.',
    scope: 'webhooks:read',
    request: { params: z.object({ webhookId: uuid }) },
    responses: { 200: jsonAnswer('The webhook.', webhookSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const found = await api.useCases.getWebhook({ actor: c.var.actor, input: c.req.valid('param').webhookId });
    return found.ok ? done({ status: 200, body: representWebhook(found.value) }) : found;
  },
);
