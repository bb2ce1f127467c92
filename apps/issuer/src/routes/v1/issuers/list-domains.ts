import { issuerDomainSchema, pageOf } from '@proofmark/schemas/api';
import { listDomains } from '../../../issuing/issuers/list-domains.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representDomain } from '../represent.js';

export const listDomainsEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/v1/issuers/{issuerId}/domains',
  operationId: 'listDomains',
  tag: 'Issuers',
  summary: 'List the web domains that an issuer claims',
  description: 'Oldest first. The list is always whole. It says nothing about whether a domain confirms the issuer.',
  scope: null,
  successes: { 200: { description: 'The domains.', schema: pageOf('IssuerDomainPage', issuerDomainSchema) } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId] }) {
    const domains = await listDomains(deps, { actor, input: issuerId });
    return domains.ok ? done({ status: 200, body: { data: domains.value.map(representDomain), next: null } }) : domains;
  },
});
