import { issuerDomainSchema, linkDomainSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representDomain } from '../represent.js';

export const postDomain: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/domains',
    operationId: 'linkDomain',
    tags: ['Issuers'],
    summary: 'Claim a web domain',
    description:
      'Signs the domain linkage credential (DIF Well Known DID Configuration), and names the domain in the DID document. Host `document` at `hostAt`: from then on verifiers show the domain as proven. The same origin again answers the same document; in its last year it is signed anew.',
    scope: 'issuers:write',
    audit: 'domain.claimed',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(linkDomainSchema) },
    responses: {
      201: jsonAnswer('The document to host.', issuerDomainSchema, { Location: 'Its address in this API.' }),
      200: jsonAnswer('The domain was claimed before; the document to host.', issuerDomainSchema),
    },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const body = c.req.valid('json');
    const linked = await api.useCases.linkDomain({ actor: c.var.actor, input: { ...body, issuerId } });
    if (!linked.ok) return linked;
    const { domain, created } = linked.value;
    const location = `${api.baseUrl}/v1/issuers/${issuerId}/domains/${domain.id}`;
    return done({ status: created ? 201 : 200, body: representDomain(domain), headers: created ? { location } : {} });
  },
);
