import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteMember: Operation = operation(
  {
    method: 'delete',
    path: '/v1/organisations/{organisationId}/members/{personId}',
    operationId: 'removeMember',
    tags: ['People'],
    summary: 'Take somebody out of an organisation',
    description:
      'They may do nothing for it from then on, and open invitations to them or by them end. The only owner stays. API keys that they made go on working, unless `revokeKeys` is given: `personId` of a key says who made it.',
    scope: 'person',
    roles: ['owner'],
    audit: 'member.removed',
    request: {
      params: z.object({ organisationId: uuid, personId: uuid }),
      query: z.strictObject({
        revokeKeys: z
          .literal('true')
          .optional()
          .meta({ description: 'Withdraw the API keys too that they made for the issuers of this organisation.' }),
      }),
    },
    responses: { 204: { description: 'They are no member any more.' } },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const removed = await api.useCases.removeMember({
      actor: c.var.actor,
      input: { ...c.req.valid('param'), revokeKeys: c.req.valid('query').revokeKeys === 'true' },
    });
    return removed.ok ? done({ status: 204 }) : removed;
  },
);
