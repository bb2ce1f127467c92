import { listDeliveriesQuerySchema, pageOf, webhookDeliverySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import type { ListedDelivery } from '../../../issuing/webhooks/list-deliveries.js';
import { DELIVERY_DAYS } from '../../../issuing/webhooks/prune-deliveries.js';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representDelivery } from './represent-webhook.js';

export const listDeliveriesOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/webhooks/{webhookId}/deliveries',
    operationId: 'listWebhookDeliveries',
    tags: ['Webhooks'],
    summary: 'Look at deliveries',
    description: `Newest first: what was sent and what came back, and what waits. They are kept for ${DELIVERY_DAYS} days.`,
    scope: 'webhooks:read',
    request: { params: z.object({ webhookId: uuid }), query: listDeliveriesQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('WebhookDeliveryPage', webhookDeliverySchema), { Link: 'The next page, `rel="next"`.' }),
    },
    problems: ['not-found'],
  },
  (api, c) =>
    paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => {
        const { webhookId } = c.req.valid('param');
        return api.useCases.listDeliveries({ actor: c.var.actor, input: { webhookId, state: c.req.valid('query').state ?? null, page } });
      },
      (delivery: ListedDelivery) => representDelivery(delivery),
    ),
);
