import { issuerDomainSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representDomain } from '../represent.js';

export const getDomainOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/domains/{domainId}',
    operationId: 'getDomain',
    tags: ['Issuers'],
    summary: 'Read a claimed web domain',
    scope: null,
    request: { params: z.object({ issuerId: uuid, domainId: uuid }) },
    responses: { 200: jsonAnswer('The domain, with the document to host.', issuerDomainSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId, domainId } = c.req.valid('param');
    const domain = await api.useCases.getDomain({ actor: c.var.actor, input: { issuerId, domainId } });
    return domain.ok ? done({ status: 200, body: representDomain(domain.value) }) : domain;
  },
);
