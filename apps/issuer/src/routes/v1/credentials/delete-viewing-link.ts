import { done } from '../../../issuing/result.js';
import { revokeViewingLink } from '../../../issuing/viewing-links/revoke-viewing-link.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';

export const deleteViewingLink: Endpoint = endpoint({
  method: 'delete',
  path: '/v1/credentials/{credentialId}/viewing-links/{linkId}',
  operationId: 'revokeViewingLink',
  tag: 'Evidence',
  summary: 'End a viewing link',
  description: 'What was written down about it stays. Again changes nothing.',
  scope: 'credentials:write',
  successes: { 204: { description: 'It no longer works.' } },
  problems: ['not-found', 'gone'],
  async handle(deps, { actor, ids: [credentialId, linkId] }) {
    const ended = await revokeViewingLink(deps, { actor, input: { credentialId, linkId } });
    return ended.ok ? done({ status: 204 }) : ended;
  },
});
