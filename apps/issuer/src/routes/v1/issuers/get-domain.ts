import { issuerDomainSchema } from '@proofmark/schemas/api';
import { getDomain } from '../../../issuing/issuers/get-domain.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representDomain } from '../represent.js';

export const getDomainEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/v1/issuers/{issuerId}/domains/{domainId}',
  operationId: 'getDomain',
  tag: 'Issuers',
  summary: 'Read a claimed web domain',
  scope: null,
  successes: { 200: { description: 'The domain, with the document to host.', schema: issuerDomainSchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId, domainId] }) {
    const domain = await getDomain(deps, { actor, input: { issuerId, domainId } });
    return domain.ok ? done({ status: 200, body: representDomain(domain.value) }) : domain;
  },
});
