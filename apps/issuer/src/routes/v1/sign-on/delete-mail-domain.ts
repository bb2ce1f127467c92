import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteMailDomain: Operation = operation(
  {
    method: 'delete',
    path: '/v1/organisations/{organisationId}/mail-domains/{domain}',
    operationId: 'disallowMailDomain',
    tags: ['People'],
    summary: 'Let an organisation vouch for a mail domain no more',
    description: 'Nobody new comes in by an address there. Who came before stays a member.',
    scope: 'admin',
    audit: 'mail-domain.disallowed',
    request: { params: z.object({ organisationId: uuid, domain: z.string().max(253) }) },
    responses: { 204: { description: 'It may no more.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const gone = await api.useCases.disallowMailDomain({ actor: c.var.actor, input: c.req.valid('param') });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
