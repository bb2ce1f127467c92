import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteDomain: Operation = operation(
  {
    method: 'delete',
    path: '/v1/issuers/{issuerId}/domains/{domainId}',
    operationId: 'unlinkDomain',
    tags: ['Issuers'],
    summary: 'Give up a web domain',
    description: 'The DID document no longer names it, so what the domain still hosts proves nothing.',
    scope: 'issuers:write',
    audit: 'domain.removed',
    request: { params: z.object({ issuerId: uuid, domainId: uuid }) },
    responses: { 204: { description: 'It is given up.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId, domainId } = c.req.valid('param');
    const gone = await api.useCases.unlinkDomain({ actor: c.var.actor, input: { issuerId, domainId } });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
