import { type CreateApiKey, createApiKeySchema, createdApiKeySchema } from '@proofmark/schemas/api';
import { createApiKey } from '../../../issuing/access/create-api-key.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representApiKey } from '../represent.js';

export const postApiKey: Endpoint = endpoint<CreateApiKey>({
  method: 'post',
  path: '/v1/api-keys',
  operationId: 'createApiKey',
  tag: 'API keys',
  summary: 'Make an API key',
  description: 'The key is shown in this answer and never again; only a hash is kept. No key gives away scopes that it lacks.',
  scope: 'keys:write',
  body: createApiKeySchema,
  successes: { 201: { description: 'The key.', schema: createdApiKeySchema } },
  async handle(deps, { actor, body }) {
    const made = await createApiKey(deps, { actor, input: body });
    if (!made.ok) return made;
    return done({ status: 201, body: { ...representApiKey(made.value.record), key: made.value.text } });
  },
});
