import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteApiKey: Operation = operation(
  {
    method: 'delete',
    path: '/v1/api-keys/{apiKeyId}',
    operationId: 'deleteApiKey',
    tags: ['API keys'],
    summary: 'Withdraw an API key',
    description:
      'At once and for good, with all keys that it made, and that those made (`createdBy`). A key cannot withdraw one with which it would fall itself, and an admin key not itself.',
    scope: 'api-keys:write',
    audit: 'api-key.revoked',
    request: { params: z.object({ apiKeyId: uuid }) },
    responses: { 204: { description: 'It is withdrawn.' } },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const { apiKeyId } = c.req.valid('param');
    const gone = await api.useCases.revokeApiKey({ actor: c.var.actor, input: apiKeyId });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
