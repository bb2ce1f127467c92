import { revokeApiKey } from '../../../issuing/access/revoke-api-key.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';

export const deleteApiKey: Endpoint = endpoint({
  method: 'delete',
  path: '/v1/api-keys/{apiKeyId}',
  operationId: 'deleteApiKey',
  tag: 'API keys',
  summary: 'Withdraw an API key',
  description: 'At once and for good. An admin key cannot withdraw itself.',
  scope: 'keys:write',
  successes: { 204: { description: 'It is withdrawn.' } },
  problems: ['not-found', 'conflict'],
  async handle(deps, { actor, ids: [apiKeyId] }) {
    const gone = await revokeApiKey(deps, { actor, input: apiKeyId });
    return gone.ok ? done({ status: 204 }) : gone;
  },
});
