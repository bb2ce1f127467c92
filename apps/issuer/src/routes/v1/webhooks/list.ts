import { listWebhooksQuerySchema, pageOf, webhookSchema } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representWebhook } from './represent-webhook.js';

export const listWebhooksOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/webhooks',
    operationId: 'listWebhooks',
    tags: ['Webhooks'],
    summary: 'List webhooks',
    description: 'Disabled ones included, never their secrets.',
    scope: 'webhooks:read',
    request: { query: listWebhooksQuerySchema },
    responses: { 200: jsonAnswer('A page.', pageOf('WebhookPage', webhookSchema), { Link: 'The next page, `rel="next"`.' }) },
  },
  (api, c) =>
    paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listWebhooks({ actor: c.var.actor, input: { issuerId: c.req.valid('query').issuer ?? null, page } }),
      representWebhook,
    ),
);
