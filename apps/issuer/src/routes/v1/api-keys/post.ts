import { createApiKeySchema, createdApiKeySchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representApiKey } from '../represent.js';

export const postApiKey: Operation = operation(
  {
    method: 'post',
    path: '/v1/api-keys',
    operationId: 'createApiKey',
    tags: ['API keys'],
    summary: 'Make an API key',
    description:
      'The key is shown in this answer and never again; only a hash is kept. No key gives away scopes that it lacks. A key ends with the key that made it at the latest: when that one expires, and when it is withdrawn.',
    scope: 'api-keys:write',
    audit: 'api-key.created',
    request: { body: jsonBody(createApiKeySchema) },
    responses: { 201: jsonAnswer('The key.', createdApiKeySchema) },
  },
  async (api, c) => {
    const body = c.req.valid('json');
    const made = await api.useCases.createApiKey({ actor: c.var.actor, input: body });
    if (!made.ok) return made;
    return done({ status: 201, body: { ...representApiKey({ ...made.value.record, lastUsedAt: null }), key: made.value.text } });
  },
);
