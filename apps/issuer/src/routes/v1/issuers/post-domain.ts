import { issuerDomainSchema, type LinkDomain, linkDomainSchema } from '@proofmark/schemas/api';
import { linkDomain } from '../../../issuing/issuers/link-domain.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representDomain } from '../represent.js';

export const postDomain: Endpoint = endpoint<LinkDomain>({
  method: 'post',
  path: '/v1/issuers/{issuerId}/domains',
  operationId: 'linkDomain',
  tag: 'Issuers',
  summary: 'Claim a web domain',
  description:
    'Signs the domain linkage credential (DIF Well Known DID Configuration), and names the domain in the DID document. Host `document` at `hostAt`: from then on verifiers show the domain as proven. The same origin again answers the same document; in its last year it is signed anew.',
  scope: 'issuers:write',
  body: linkDomainSchema,
  successes: {
    201: { description: 'The document to host.', schema: issuerDomainSchema, headers: { Location: 'Its address in this API.' } },
    200: { description: 'The domain was claimed before; the document to host.', schema: issuerDomainSchema },
  },
  problems: ['not-found', 'conflict'],
  async handle(deps, { actor, ids: [issuerId], body }) {
    const linked = await linkDomain(deps, { actor, input: { ...body, issuerId } });
    if (!linked.ok) return linked;
    const { domain, created } = linked.value;
    const location = `${deps.baseUrl}/v1/issuers/${issuerId}/domains/${domain.id}`;
    return done({ status: created ? 201 : 200, body: representDomain(domain), headers: created ? { location } : {} });
  },
});
