import { replayWebhookSchema, webhookSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representWebhook } from './represent-webhook.js';

export const postWebhookReplay: Operation = operation(
  {
    method: 'post',
    path: '/v1/webhooks/{webhookId}/replay',
    operationId: 'replayWebhook',
    tags: ['Webhooks'],
    summary: 'Send events again, from a time on',
    description:
      'Every event from then on that the webhook wants, in their order, whatever became of it before, and then what follows. Also events of before the webhook was made. Each has the `webhook-id` that it had before.',
    scope: 'webhooks:write',
    audit: 'webhook.replayed',
    request: { params: z.object({ webhookId: uuid }), body: jsonBody(replayWebhookSchema) },
    responses: { 200: jsonAnswer('The webhook; the events follow.', webhookSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { webhookId } = c.req.valid('param');
    const { since } = c.req.valid('json');
    const again = await api.useCases.replayWebhook({ actor: c.var.actor, input: { webhookId, since } });
    return again.ok ? done({ status: 200, body: representWebhook(again.value) }) : again;
  },
);
