import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteWebhookOperation: Operation = operation(
  {
    method: 'delete',
    path: '/v1/webhooks/{webhookId}',
    operationId: 'deleteWebhook',
    tags: ['Webhooks'],
    summary: 'Delete a webhook',
    description: 'At once and for good, with its secrets and its deliveries. What is being sent just then is broken off.',
    scope: 'webhooks:write',
    audit: 'webhook.deleted',
    request: { params: z.object({ webhookId: uuid }) },
    responses: { 204: { description: 'It is deleted.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const gone = await api.useCases.deleteWebhook({ actor: c.var.actor, input: c.req.valid('param').webhookId });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
