import { issuerDomainSchema, pageOf } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representDomain } from '../represent.js';

export const listDomainsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/domains',
    operationId: 'listDomains',
    tags: ['Issuers'],
    summary: 'List the web domains that an issuer claims',
    description: 'Oldest first. The list is always whole. It says nothing about whether a domain confirms the issuer.',
    scope: null,
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('The domains.', pageOf('IssuerDomainPage', issuerDomainSchema)) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const domains = await api.useCases.listDomains({ actor: c.var.actor, input: issuerId });
    return domains.ok ? done({ status: 200, body: { data: domains.value.map(representDomain), next: null } }) : domains;
  },
);
