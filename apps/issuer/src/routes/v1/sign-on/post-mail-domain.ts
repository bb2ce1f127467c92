import { allowMailDomainSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonBody, uuid } from '../http/shapes.js';

export const postMailDomain: Operation = operation(
  {
    method: 'post',
    path: '/v1/organisations/{organisationId}/mail-domains',
    operationId: 'allowMailDomain',
    tags: ['People'],
    summary: 'Let an organisation vouch for a mail domain',
    description:
      'Its provider then signs in who has an address there, and an address there leads to its provider. Whoever runs the service sees to it that the domain is theirs. A domain belongs to one organisation.',
    scope: 'admin',
    audit: 'mail-domain.allowed',
    request: { params: z.object({ organisationId: uuid }), body: jsonBody(allowMailDomainSchema) },
    responses: { 204: { description: 'It may.' } },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    const allowed = await api.useCases.allowMailDomain({ actor: c.var.actor, input });
    return allowed.ok ? done({ status: 204 }) : allowed;
  },
);
