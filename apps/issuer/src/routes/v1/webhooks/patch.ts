import { updateWebhookSchema, webhookSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representWebhook } from './represent-webhook.js';

export const patchWebhook: Operation = operation(
  {
    method: 'patch',
    path: '/v1/webhooks/{webhookId}',
    operationId: 'updateWebhook',
    tags: ['Webhooks'],
    summary: 'Change, stop or start a webhook',
    description:
      'JSON Merge Patch (RFC 7396). `enabled: false` stops it at once. `enabled: true` starts it, also after the service disabled it: it goes on where it stopped, so that nothing is left out. Another address or other types hold for what was not sent yet.',
    scope: 'webhooks:write',
    audit: 'webhook.updated',
    request: { params: z.object({ webhookId: uuid }), body: jsonBody(updateWebhookSchema) },
    responses: { 200: jsonAnswer('The changed webhook.', webhookSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { webhookId } = c.req.valid('param');
    const changed = await api.useCases.updateWebhook({ actor: c.var.actor, input: { webhookId, changes: c.req.valid('json') } });
    return changed.ok ? done({ status: 200, body: representWebhook(changed.value) }) : changed;
  },
);
