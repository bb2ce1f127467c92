import { unlinkDomain } from '../../../issuing/issuers/unlink-domain.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';

export const deleteDomain: Endpoint = endpoint({
  method: 'delete',
  path: '/v1/issuers/{issuerId}/domains/{domainId}',
  operationId: 'unlinkDomain',
  tag: 'Issuers',
  summary: 'Give up a web domain',
  description: 'The DID document no longer names it, so what the domain still hosts proves nothing.',
  scope: 'issuers:write',
  successes: { 204: { description: 'It is given up.' } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId, domainId] }) {
    const gone = await unlinkDomain(deps, { actor, input: { issuerId, domainId } });
    return gone.ok ? done({ status: 204 }) : gone;
  },
});
